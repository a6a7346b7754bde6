import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Decision, Entry } from '@redress/policy';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';

/** Finds who owns a new record of fraud or misconduct (INT-15). */
@Injectable()
export class RecordOwner {
  constructor(
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  /** The first of the pack's role who is on duty and not complained of, until another is named; so no record is nobody's. */
  async named(tx: Tx, { state, packHash }: CaseFile, decision: Decision): Promise<Decision> {
    const record = decision.changes.misconduct;
    if (record === undefined || record.owner !== null || record.outcome !== null) return decision;
    const { misconduct } = await this.packs.byHash(tx, packHash);
    const holders = misconduct === undefined ? [] : await this.directory.holdersOf(tx, [misconduct.to.role]);
    const owner = holders.find((id) => !state.concerned.includes(id));
    if (owner === undefined) return decision;
    const matterId = record.matters === 'all' ? undefined : record.matters.at(-1);
    const owned: Entry = { code: 'misconduct-owned', facts: { personId: owner }, because: [] };
    return {
      ...decision,
      changes: { ...decision.changes, misconduct: { ...record, owner } },
      entries: [...decision.entries, matterId === undefined ? owned : { ...owned, matterId }],
    };
  }
}
