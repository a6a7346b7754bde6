import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { ComplaintFact } from './complaint.fact.ts';
import type { Registered } from './detail.schemas.ts';

/** The row of a complaint: where it stands, since when, how often. */
@Injectable()
export class ComplaintRepository {
  /** Remembers that it happened; false when this sequence was taken before, under whatever event id. */
  async note(tx: Tx, { complaintId, sequence, code, at, standing }: ComplaintFact): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO analytics.happenings (complaint_id, sequence, code, at, department_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [complaintId, sequence, code, at, standing.departmentId],
    );
    return rows.length === 1;
  }

  /** Takes over the standing and counts what was skipped on the way; false when a later fact was here before. */
  async stand(tx: Tx, fact: ComplaintFact): Promise<boolean> {
    const { number, stage, round, level, serious, departmentId, owner, backup, receivedAt, messages } = fact.standing;
    const rows = await tx.query(STAND, [
      ...[fact.complaintId, number, fact.access, fact.drill, stage, round, level, fact.standing.class, serious],
      ...[departmentId, owner, backup, receivedAt, fact.sequence, messages, fact.standing.concerned ?? []],
    ]);
    return rows.length === 1;
  }

  /** A fact that had been skipped has come after all. */
  async fill(tx: Tx, { complaintId, drill }: ComplaintFact): Promise<void> {
    await tx.query(`UPDATE analytics.complaints SET filled = filled + 1, drill = drill OR $2 WHERE id = $1`, [
      complaintId,
      drill,
    ]);
  }

  async register(tx: Tx, { complaintId, at }: ComplaintFact, { channel, categories }: Registered): Promise<void> {
    await tx.query(`UPDATE analytics.complaints SET registered_at = $2, channel = $3, categories = $4 WHERE id = $1`, [
      complaintId,
      at,
      channel,
      categories,
    ]);
  }

  async acknowledge(tx: Tx, { complaintId, at }: ComplaintFact): Promise<void> {
    await tx.query(
      `UPDATE analytics.complaints SET acknowledged_at = least(acknowledged_at, $2::timestamptz) WHERE id = $1`,
      [complaintId, at],
    );
  }

  async end(tx: Tx, { complaintId, at }: ComplaintFact): Promise<void> {
    await tx.query(`UPDATE analytics.complaints SET ended_at = $2 WHERE id = $1`, [complaintId, at]);
  }

  async count(
    tx: Tx,
    { complaintId }: ComplaintFact,
    what: 'reopened' | 'returned' | 'escalated' | 'warned',
  ): Promise<void> {
    await tx.query(`UPDATE analytics.complaints SET ${what} = ${what} + 1 WHERE id = $1`, [complaintId]);
  }
}

const STAND = `
INSERT INTO analytics.complaints AS kept (id, number, access, drill, stage, round, level, class, serious,
  department_id, owner_id, backup_id, received_at, last_sequence, messages, gaps, concerned)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::integer, $15, $14::integer - 1, $16)
ON CONFLICT (id) DO UPDATE SET number = excluded.number, access = excluded.access, drill = kept.drill OR excluded.drill,
  stage = excluded.stage, round = excluded.round, level = excluded.level, class = excluded.class,
  serious = excluded.serious, department_id = excluded.department_id, owner_id = excluded.owner_id,
  backup_id = excluded.backup_id, received_at = excluded.received_at, last_sequence = excluded.last_sequence,
  messages = excluded.messages, concerned = excluded.concerned,
  gaps = kept.gaps + excluded.last_sequence - kept.last_sequence - 1
WHERE kept.last_sequence < excluded.last_sequence
RETURNING 1`;
