import { Injectable } from '@nestjs/common';
import { ringAfterCommit, type Tx } from '@redress/db';
import type { Instant } from '@redress/policy';

/** What somebody did about a stuck command. */
export interface StuckDeed {
  readonly commandId: string;
  readonly act: 'retried' | 'dismissed';
  readonly stuck: string;
  readonly attempt: number;
  readonly actorId: string;
  readonly at: Instant;
  readonly reasonTextId: string | null;
}

/** Commands on the stuck list; the caller holds the lock of the case. */
@Injectable()
export class StuckRepository {
  /** True while the command is on the list. */
  async isOnList(tx: Tx, commandId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM intake.commands WHERE id = $1 AND stuck IS NOT NULL AND dismissed_at IS NULL`,
      [commandId],
    );
    return rows.length > 0;
  }

  /** Makes the command undelivered again, in its old place; its update goes by the number of the attempt. */
  async sendAgain(tx: Tx, commandId: string): Promise<void> {
    await tx.query(
      `UPDATE intake.commands SET outcome = NULL, stuck = NULL, missed_since = NULL, attempt = attempt + 1,
         deliver_after = clock_timestamp() WHERE id = $1`,
      [commandId],
    );
    ringAfterCommit(tx);
  }

  async dismiss(tx: Tx, commandId: string, at: Instant): Promise<void> {
    await tx.query(`UPDATE intake.commands SET dismissed_at = $2 WHERE id = $1`, [commandId, at]);
  }

  async note(tx: Tx, deed: StuckDeed): Promise<void> {
    await tx.query(
      `INSERT INTO intake.stuck_acts (command_id, act, stuck, attempt, actor_id, at, reason_text_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [deed.commandId, deed.act, deed.stuck, deed.attempt, deed.actorId, deed.at, deed.reasonTextId],
    );
  }

  /** Has a row of the outbox sent again; false when it is not parked. */
  async unpark(tx: Tx, outboxId: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE intake.outbox SET state = 'waiting', reason = NULL WHERE id = $1 AND state = 'parked' RETURNING 1`,
      [outboxId],
    );
    ringAfterCommit(tx);
    return rows.length > 0;
  }
}
