import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { dueAt, type Instant, type MessagePurpose } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { PackRepository } from '../packs/pack.repository.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository } from './duty.repository.ts';

/** Rows of what the customer is told, at most one per step and purpose; the tracking page shows them. */
@Injectable()
export class MessageWriter {
  constructor(
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  /** `textId` are the words that the message carries to the customer; only the result has any. */
  async write(
    tx: Tx,
    file: CaseFile,
    at: Instant,
    purposes: readonly MessagePurpose[],
    textId: string | null,
  ): Promise<void> {
    for (const purpose of purposes) {
      await tx.query(
        `INSERT INTO intake.messages (id, complaint_id, step, purpose, language, at, facts, text_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (complaint_id, step, purpose) DO NOTHING`,
        [
          uuid5(`${file.step}/${purpose}`, file.id),
          file.id,
          file.step,
          purpose,
          file.language,
          at,
          JSON.stringify(await this.factsOf(tx, file, at, purpose)),
          purpose === 'result' ? textId : null,
        ],
      );
    }
  }

  /** The instants that the text names, as they stood when it was told. */
  private async factsOf(
    tx: Tx,
    file: CaseFile,
    at: Instant,
    purpose: MessagePurpose,
  ): Promise<Record<string, Instant>> {
    if (purpose === 'acknowledgement') {
      const open = await this.duties.open(tx, file.id);
      return Object.fromEntries(open.map(({ kind, dueAt: due }) => [`${kind}By`, due]));
    }
    if (purpose !== 'result') return {};
    const pack = await this.packs.byHash(tx, file.packHash);
    const until = dueAt(at, pack.reopening, await this.packs.calendars(tx), []).dueAt;
    return until === null ? {} : { reopenUntil: until };
  }
}
