import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { massDecision, type Instant, type Json } from '@redress/policy';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { TextVault } from '../persons/text.vault.ts';
import { MassRepository } from './mass.repository.ts';

type Facts = Readonly<Record<string, Json>>;

/** What those that follow a lead are given: its decision, with the words of the remedies as texts of their own (INT-4). */
@Injectable()
export class MassFollower {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(MassRepository) private readonly masses: MassRepository,
    @Inject(TextVault) private readonly texts: TextVault,
  ) {}

  membersOf(tx: Tx, leadId: string): Promise<string[]> {
    return this.masses.membersOf(tx, leadId);
  }

  /** The lead's decision for a complaint that joins after it was made; null before. */
  decisionOf({ state }: CaseFile): Facts | null {
    return massDecision(state);
  }

  /** The same facts with the remedies' words sealed under the key of this complaint's own person. */
  async withOwnWords(tx: Tx, facts: Facts, complaintId: string, at: Instant): Promise<Facts> {
    const member = await this.cases.read(tx, complaintId);
    const proposal = facts['proposal'] as { options: { remedy: string }[] } | undefined;
    if (member === null || proposal === undefined) return facts;
    const options = [];
    for (const option of proposal.options)
      options.push({ ...option, remedy: await this.copy(tx, option.remedy, member, at) });
    return { ...facts, proposal: { ...proposal, options } as unknown as Json };
  }

  private async copy(tx: Tx, textId: string, { id: complaintId, personId }: CaseFile, at: Instant): Promise<string> {
    const [text] = await this.texts.byIds(tx, [textId]);
    if (text?.words == null) return textId;
    return this.texts.put(tx, { complaintId, personId, field: text.field, authorId: null, at, words: text.words });
  }
}
