import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant, Json } from '@redress/policy';
import type { CaseFile } from '../register/case-file.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { TextVault } from '../persons/text.vault.ts';

type Facts = Readonly<Record<string, Json>>;

/** Gives those that follow a lead the words of its remedies as texts of their own (INT-4). */
@Injectable()
export class RemedyWords {
  constructor(
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(TextVault) private readonly texts: TextVault,
  ) {}

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
