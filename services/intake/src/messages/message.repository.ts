import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** A message that was taken to be sent. */
export interface TakenMessage {
  readonly id: string;
  readonly complaintId: string;
  readonly channel: string;
}

/** A sender that has not come back within this, in machine time, is taken for dead. */
const LOST_AFTER_MINUTES = 5;

/** The states of messages on their way out. */
@Injectable()
export class MessageRepository {
  /** Takes waiting messages, oldest first; another sender passes over them. Committed before anything is sent. */
  take(tx: Tx, limit: number): Promise<TakenMessage[]> {
    return tx.query<TakenMessage>(
      `UPDATE intake.messages AS message SET state = 'sending', taken_at = clock_timestamp()
       FROM intake.complaints AS complaint
       WHERE complaint.id = message.complaint_id AND message.id IN (
         SELECT id FROM intake.messages WHERE state = 'waiting' AND (taken_at IS NULL OR taken_at < clock_timestamp())
         ORDER BY at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING message.id, message.complaint_id AS "complaintId", complaint.channel`,
      [limit],
    );
  }

  async sent(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE intake.messages SET state = 'sent' WHERE id = $1 AND state = 'sending'`, [id]);
  }

  /** The provider did not take it: again after a while. */
  async postpone(tx: Tx, id: string, seconds: number): Promise<void> {
    await tx.query(
      `UPDATE intake.messages SET state = 'waiting', taken_at = clock_timestamp() + $2 * interval '1 second'
       WHERE id = $1 AND state = 'sending'`,
      [id, seconds],
    );
  }

  /** What a dead sender left: sent again where that is harmless, else for a person to look at. Answers how many. */
  async recover(tx: Tx, takesIdempotencyKey: boolean): Promise<number> {
    const rows = await tx.query(
      `UPDATE intake.messages SET state = $1, taken_at = NULL
       WHERE state = 'sending' AND taken_at < clock_timestamp() - interval '${LOST_AFTER_MINUTES} minutes' RETURNING 1`,
      [takesIdempotencyKey ? 'waiting' : 'stuck'],
    );
    return rows.length;
  }
}
