import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { CLOSINGS, countsAsResolved, countsInFigures } from '@redress/policy';
import { z } from 'zod';
import type { ComplaintFact } from './complaint.fact.ts';

const closingCode = z.enum(CLOSINGS);

/** The rounds of complaints: a reopened one is told and closed once more. */
@Injectable()
export class RoundRepository {
  /** Who owned it when the result was told; told again in the same round, the last counts. */
  async tell(tx: Tx, { complaintId, at, standing: { round, owner, departmentId } }: ComplaintFact): Promise<void> {
    await tx.query(
      `INSERT INTO analytics.rounds AS kept (complaint_id, round, told_at, owner_when_told, department_when_told)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (complaint_id, round) DO UPDATE SET told_at = excluded.told_at,
         owner_when_told = excluded.owner_when_told, department_when_told = excluded.department_when_told
       WHERE kept.told_at IS NULL OR kept.told_at <= excluded.told_at`,
      [complaintId, round, at, owner, departmentId],
    );
  }

  /** Policy says what the closing counts for; a changed rule asks for a rebuild. */
  async close(tx: Tx, { complaintId, sequence, at, standing }: ComplaintFact, closing: string): Promise<void> {
    const { round, owner, departmentId } = standing;
    const code = closingCode.parse(closing);
    await tx.query(
      `INSERT INTO analytics.rounds AS kept (complaint_id, round, closed_at, closing) VALUES ($1, $2, $3, $4)
       ON CONFLICT (complaint_id, round) DO UPDATE SET closed_at = excluded.closed_at, closing = excluded.closing
       WHERE kept.closed_at IS NULL OR kept.closed_at <= excluded.closed_at`,
      [complaintId, round, at, code],
    );
    await tx.query(
      `INSERT INTO analytics.closings (complaint_id, sequence, round, at, owner_id, department_id, counts, resolved)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [complaintId, sequence, round, at, owner, departmentId, countsInFigures(code), countsAsResolved(code)],
    );
  }
}
