import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { DutyKind, Instant, Message } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { MESSAGE_CHANNEL, type MessageChannel } from '../messages/channel.port.ts';
import type { CaseFile } from '../register/case-file.ts';
import { DutyRepository } from './duty.repository.ts';

/** The clocks that a message may name. */
const NAMED: readonly DutyKind[] = ['respond', 'solve', 'offer', 'survey', 'reopening'];

/** Rows of what the customer is told, at most one per step and purpose; the tracking page shows them. */
@Injectable()
export class MessageWriter {
  constructor(
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(MESSAGE_CHANNEL) private readonly channel: MessageChannel | null,
  ) {}

  /**
   * Each keeps the due instants, and who handles it, as they stood when it was told. Answers how many messages the
   * complaint has had by now.
   */
  async write(tx: Tx, file: CaseFile, at: Instant, messages: readonly Message[]): Promise<number> {
    if (messages.length > 0) await this.insert(tx, file, at, messages);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM intake.messages WHERE complaint_id = $1`,
      [file.id],
    );
    return row?.count ?? 0;
  }

  private async insert(tx: Tx, file: CaseFile, at: Instant, messages: readonly Message[]): Promise<void> {
    const open = await this.duties.open(tx, file.id);
    const named = open.filter(({ kind }) => NAMED.includes(kind)).map(({ kind, dueAt }) => [`${kind}By`, dueAt]);
    const law = open.filter(({ kind }) => kind === 'statutory').map(({ ref, dueAt }) => [`statutory:${ref}`, dueAt]);
    const dues = [...named, ...law];
    for (const { purpose, words = null, facts = {} } of messages) {
      await tx.query(
        `INSERT INTO intake.messages (id, complaint_id, step, purpose, language, at, facts, text_id, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (complaint_id, step, purpose) DO NOTHING`,
        [
          uuid5(`${file.step}/${purpose}`, file.id),
          file.id,
          file.step,
          purpose,
          file.language,
          at,
          JSON.stringify({ ...Object.fromEntries(dues), ...facts, ownerId: file.state.owner }),
          words,
          // A drill reaches no customer (IMP-22).
          this.channel === null || file.drill ? 'shown' : 'waiting',
        ],
      );
    }
  }
}
