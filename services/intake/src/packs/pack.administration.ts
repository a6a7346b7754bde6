import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import { checkPack, type CompiledPack, type Problem, type Surroundings } from '@redress/packs';
import type { Instant } from '@redress/policy';
import { DomainClock, InputError, RefusalError } from '@redress/service-kit';
import { RelayBell } from '../delivery/relay.bell.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackQueries } from './pack.queries.ts';
import { PackRepository } from './pack.repository.ts';
import { PackService } from './pack.service.ts';
import type { ActivationBody, PackActivation, PackList, StoredPack } from './pack.views.ts';

const MOST_PROBLEMS = 100;

/** What an administrator does with packs: looks at them, keeps a new one, puts one in force. */
@Injectable()
export class PackAdministration {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(PackQueries) private readonly queries: PackQueries,
    @Inject(PackService) private readonly service: PackService,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(RelayBell) private readonly bell: RelayBell,
  ) {}

  list(): Promise<PackList> {
    return this.queries.list(this.database);
  }

  /** Kept once under its hash, however often it is sent. Throws InputError with everything wrong in the document. */
  keep(document: string): Promise<StoredPack> {
    return this.database.tx(async (tx) => {
      const calendars = Object.keys(await this.packs.calendars(tx));
      const compiled = compiledOrRefused(document, { calendars, library: await this.packs.libraryFor(tx, document) });
      await this.packs.store(tx, compiled, await this.clock.now(tx));
      return this.queries.one(tx, compiled.hash);
    });
  }

  /** Complaints to come start under it; open ones keep theirs (PRC-32). */
  async activate(hash: string, body: ActivationBody): Promise<PackActivation> {
    const activation = await this.database.tx(async (tx) => {
      const [now, departmentId] = [await this.clock.now(tx), body.departmentId ?? null];
      const activeFrom = notPast(body.activeFrom ?? now, now);
      await this.checkDepartment(tx, departmentId);
      if (!(await this.queries.has(tx, hash))) throw new RefusalError(404, { code: 'unknown-pack' });
      const pinned = { hash, pack: await this.packs.byHash(tx, hash) };
      const sequence = await this.service.activate(tx, pinned, activeFrom, departmentId);
      return { sequence, hash, departmentId, activeFrom };
    });
    this.bell.ring();
    return activation;
  }

  private async checkDepartment(tx: Tx, departmentId: string | null): Promise<void> {
    if (departmentId === null || (await this.directory.hasDepartment(tx, departmentId))) return;
    throw new InputError([{ path: 'departmentId', message: 'is no department of the directory' }]);
  }
}

function notPast(from: Instant, now: Instant): Instant {
  if (from < now) throw new InputError([{ path: 'activeFrom', message: `lies in the past; it is ${now}` }]);
  return from;
}

function compiledOrRefused(document: string, surroundings: Surroundings): CompiledPack {
  const checked = checkPack(document, surroundings);
  if (checked.ok) return checked.compiled;
  const faults = checked.problems.slice(0, MOST_PROBLEMS).map(({ document: extended, ...place }: Problem) => ({
    path: extended === undefined ? 'document' : `document of ${extended}`,
    ...place,
  }));
  throw new InputError(faults, 'pack-has-mistakes', 'The document is no pack yet; see errors for each mistake.', 422);
}
