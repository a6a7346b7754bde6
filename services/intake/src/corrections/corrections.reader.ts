import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { TextVault } from '../persons/text.vault.ts';
import { CaseAccess } from '../register/case.access.ts';
import { CorrectionRepository } from './correction.repository.ts';
import type { CorrectionList } from './correction.view.ts';

/** Reads the history of corrections: check access, load, map. */
@Injectable()
export class CorrectionsReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseAccess) private readonly access: CaseAccess,
    @Inject(CorrectionRepository) private readonly corrections: CorrectionRepository,
    @Inject(TextVault) private readonly texts: TextVault,
  ) {}

  /** Throws RefusalError not-visible. */
  async list(complaintId: string, actor: Actor): Promise<CorrectionList> {
    await this.access.read(this.database, complaintId, actor, 'corrections');
    const which = actor.capabilities.includes('read-restricted') ? 'all' : 'open';
    const rows = await this.corrections.ofComplaint(this.database, complaintId, which);
    const ids = rows.flatMap(({ fromTextId, toTextId, reasonTextId }) =>
      [fromTextId ?? [], toTextId, reasonTextId].flat(),
    );
    const texts = new Map((await this.texts.byIds(this.database, ids)).map(({ id, words }) => [id, words]));
    const wordsOf = (id: string | null) => (id === null ? null : (texts.get(id) ?? null));
    return {
      items: rows.map(({ at, actorId, actorName, field, matterId, fromTextId, toTextId, reasonTextId }) => ({
        ...{ at, actor: { id: actorId, name: actorName }, field, matterId },
        ...{ from: wordsOf(fromTextId), to: wordsOf(toTextId), reason: wordsOf(reasonTextId) },
      })),
    };
  }
}
