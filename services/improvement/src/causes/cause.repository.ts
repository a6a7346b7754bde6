import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';

/** Why a complaint happened, as its owner has recorded it (PRC-11). */
export interface CauseAnalysis {
  readonly complaintId: string;
  readonly round: number;
  readonly cause: string;
  readonly departmentId: string;
  readonly analysedAt: Instant;
  readonly sequence: number;
}

/** The register of cause analyses: one a round, the last one counts. */
@Injectable()
export class CauseRepository {
  async put(tx: Tx, analysis: CauseAnalysis): Promise<void> {
    const { complaintId, round, cause, departmentId, analysedAt, sequence } = analysis;
    await tx.query(
      `INSERT INTO improvement.causes AS kept (complaint_id, round, cause, department_id, analysed_at, sequence)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (complaint_id, round) DO UPDATE SET cause = excluded.cause, department_id = excluded.department_id,
         analysed_at = excluded.analysed_at, sequence = excluded.sequence
       WHERE kept.sequence < excluded.sequence`,
      [complaintId, round, cause, departmentId, analysedAt, sequence],
    );
  }

  /** The cause of a complaint as it was last recorded. */
  async ofComplaint(tx: Tx, complaintId: string): Promise<string | null> {
    const [found] = await tx.query<{ cause: string }>(
      'SELECT cause FROM improvement.causes WHERE complaint_id = $1 ORDER BY round DESC LIMIT 1',
      [complaintId],
    );
    return found?.cause ?? null;
  }

  /** How many complaints of a department had this cause in (from, to]. Drills count in nothing. */
  async count(tx: Tx, cause: string, departmentId: string, from: Instant, to: Instant): Promise<number> {
    const [found] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM improvement.causes AS cause
       JOIN improvement.complaints AS complaint ON complaint.id = cause.complaint_id
       WHERE cause.cause = $1 AND cause.department_id = $2 AND analysed_at > $3 AND analysed_at <= $4 AND NOT complaint.drill`,
      [cause, departmentId, from, to],
    );
    return found?.count ?? 0;
  }
}
