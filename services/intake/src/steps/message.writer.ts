import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant, MessagePurpose } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import type { CaseFile } from '../register/case-file.ts';

/** Rows of what the customer is told, at most one per step and purpose; the tracking page shows them. */
@Injectable()
export class MessageWriter {
  async write(tx: Tx, file: CaseFile, at: Instant, purposes: readonly MessagePurpose[]): Promise<void> {
    for (const purpose of purposes) {
      await tx.query(
        `INSERT INTO intake.messages (id, complaint_id, step, purpose, language, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (complaint_id, step, purpose) DO NOTHING`,
        [uuid5(`${file.step}/${purpose}`, file.id), file.id, file.step, purpose, file.language, at],
      );
    }
  }
}
