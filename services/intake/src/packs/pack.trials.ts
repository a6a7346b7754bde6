import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import { tryPack, type TrialReport } from '@redress/packs';
import type { Pack } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { compiledOrRefused } from './pack.document.ts';
import { PackTrialQueries } from './pack-trial.queries.ts';
import type { PackTrialBody } from './pack-trial.views.ts';
import { PackRepository } from './pack.repository.ts';

/** Tries a pack on the complaints of the register; nothing is kept. */
@Injectable()
export class PackTrials {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(PackTrialQueries) private readonly queries: PackTrialQueries,
  ) {}

  /** Throws InputError with everything wrong in the document. */
  try({ document, since, until }: PackTrialBody): Promise<TrialReport> {
    return this.database.tx(async (tx) => {
      const calendars = await this.packs.calendars(tx);
      const library = await this.packs.libraryFor(tx, document);
      const { pack } = compiledOrRefused(document, { calendars: Object.keys(calendars), library });
      const now = await this.clock.now(tx);
      const past = await this.queries.past(tx, since, until ?? now);
      const known = new Map<string, Pack>();
      for (const hash of new Set(past.map(({ packHash }) => packHash)))
        known.set(hash, await this.packs.byHash(tx, hash));
      return tryPack(past, pack, { packOf: (hash) => known.get(hash) ?? pack, calendars, now });
    });
  }
}
