import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PACK_TOPIC, packActivated, type PackActivated } from '@redress/contracts';
import { appendFacts, Database, type Tx } from '@redress/db';
import { loadShippedCalendars, loadShippedPacks } from '@redress/packs';
import { DomainClock } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import { PackRepository, type Activation, type PinnedPack } from './pack.repository.ts';

const DEFAULT_PACK = 'levels';
const BOOTSTRAP_LOCK = 7_130_003;
const ACTIVATION_NAMESPACE = '6f1c2f9a-3c52-4b8f-9f1e-6f0c7f9d7a11';

/** Stores the shipped packs and calendars, and puts the default pack in force on a new installation. */
@Injectable()
export class PackService implements OnApplicationBootstrap {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const shipped = await loadShippedPacks();
    const calendars = await loadShippedCalendars();
    await this.database.tx(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [BOOTSTRAP_LOCK]);
      const now = await this.clock.now(tx);
      for (const pinned of shipped) await this.packs.store(tx, { ...pinned, authorId: null }, now);
      for (const { calendar } of calendars) await this.packs.storeCalendar(tx, calendar, now);
      const first = shipped.find((pinned) => pinned.pack.code === DEFAULT_PACK);
      if (first !== undefined && (await this.packs.inForce(tx, now, null)) === null)
        await this.activate(tx, first, { activeFrom: now, departmentId: null, activatedBy: null });
    });
  }

  /** Puts a stored pack in force and tells everybody, in the caller's transaction; answers the activation's number. */
  async activate(tx: Tx, pinned: PinnedPack, activation: Omit<Activation, 'hash'>): Promise<number> {
    const { activeFrom: from, departmentId } = activation;
    const sequence = await this.packs.activate(tx, { ...activation, hash: pinned.hash });
    const data: PackActivated = {
      ...(departmentId === null ? {} : { departmentId }),
      hash: pinned.hash,
      code: pinned.pack.code,
      version: pinned.pack.version,
      ...(pinned.pack.kpi === undefined ? {} : { kpi: pinned.pack.kpi }),
      roles: pinned.pack.roles.map(({ code, capabilities, limits }) => ({
        code,
        capabilities: [...capabilities],
        limits,
      })),
    };
    await appendFacts(tx, 'intake', [
      {
        topic: PACK_TOPIC,
        key: pinned.hash,
        sequence,
        event: {
          specversion: '1.0',
          id: uuid5(`${pinned.hash}/${sequence}`, ACTIVATION_NAMESPACE),
          source: '/redress/intake',
          type: packActivated.type,
          subject: pinned.hash,
          time: from,
          datacontenttype: 'application/json',
          sequence,
          access: 'open',
          data,
        },
      },
    ]);
    return sequence;
  }
}
