import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import { checkPack, tryPack, type PastComplaint, type TrialReport } from '@redress/packs';
import { gradeReceipt, type Pack } from '@redress/policy';
import { DomainClock } from '@redress/service-kit';
import { compiledOrRefused } from './document.refusal.ts';
import { PackTrialQueries, type StoredPast } from './pack-trial.queries.ts';
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
      const { pack } = compiledOrRefused(checkPack(document, { calendars: Object.keys(calendars), library }), 'pack');
      const now = await this.clock.now(tx);
      const past = await this.queries.past(tx, since, until ?? now);
      const known = new Map<string, Pack>();
      for (const hash of new Set(past.map(({ packHash }) => packHash)))
        known.set(hash, await this.packs.byHash(tx, hash));
      const packOf = (hash: string) => known.get(hash) ?? pack;
      const ground = { packOf, calendars, now };
      return tryPack(
        past.map((one) => withGivenLevel(one, packOf(one.packHash))),
        pack,
        ground,
      );
    });
  }
}

/** A level that history brought with it, and no rule of its pack gives, was a person's. */
function withGivenLevel(past: StoredPast, pack: Pack): PastComplaint {
  const given = !past.hasLedger && gradeReceipt(past.facts, pack).level !== past.level;
  return given ? { ...past, levelByPerson: past.level } : past;
}
