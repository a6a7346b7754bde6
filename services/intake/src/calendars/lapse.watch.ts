import type { Database, Tx } from '@redress/db';
import { coverageOf, type Calendar, type Instant } from '@redress/policy';
import { PeriodicSweep, type DomainClock, type ServiceLog } from '@redress/service-kit';
import { v5 as uuid5 } from 'uuid';
import type { DirectoryRepository } from '../directory/directory.repository.ts';
import type { PackRepository } from '../packs/pack.repository.ts';
import type { CalendarRepository } from './calendar.repository.ts';

const LAPSE_NAMESPACE = '1f6e4a0c-84a3-4a07-9d58-3d2f1e7a9b10';

/** What the watch looks at. */
export interface LapseParts {
  readonly database: Database;
  readonly clock: DomainClock;
  readonly calendars: CalendarRepository;
  readonly packs: PackRepository;
  readonly directory: DirectoryRepository;
}

/** Tells administrators, once a version, that a calendar in force is about to run out of published holidays. */
export class LapseWatch extends PeriodicSweep {
  constructor(
    private readonly parts: LapseParts,
    private readonly warnDays: number,
    log: ServiceLog,
    everyMs: number,
  ) {
    super(log, everyMs);
  }

  /** Twice does no harm: the id of a notice is its version's and its reader's. */
  protected wakeAll(): Promise<number> {
    const { database, clock, packs } = this.parts;
    return database.tx(async (tx) => {
      const now = await clock.now(tx);
      let told = 0;
      for (const calendar of Object.values(await packs.calendars(tx)))
        if (coverageOf(calendar, now, this.warnDays).isLapsing) told += await this.tell(tx, calendar, now);
      return told;
    });
  }

  /** Answers how many had not been told yet. */
  private async tell(tx: Tx, { code, version, coversUntil }: Calendar, now: Instant): Promise<number> {
    let told = 0;
    for (const person of await this.administrators(tx, now)) {
      const id = uuid5(`${code}/${version}/${person}`, LAPSE_NAMESPACE);
      if (await this.parts.calendars.tellOfLapse(tx, id, person, code, now)) told += 1;
    }
    if (told > 0) this.log.warn({ calendar: code, coversUntil }, 'a calendar is about to run out of holidays');
    return told;
  }

  private async administrators(tx: Tx, now: Instant): Promise<string[]> {
    const { packs, directory } = this.parts;
    const roles = (await packs.inForce(tx, now, null))?.pack.roles ?? [];
    const administering = roles.filter(({ capabilities }) => capabilities.includes('administer'));
    return directory.holdersOf(
      tx,
      administering.map(({ code }) => code),
    );
  }
}
