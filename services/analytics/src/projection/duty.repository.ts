import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { ComplaintFact } from './complaint.fact.ts';
import type { DutyClosed, DutyOpened } from './detail.schemas.ts';

/** The duties of complaints with their verdicts, each with who answers for it. */
@Injectable()
export class DutyRepository {
  async open(tx: Tx, { complaintId, standing }: ComplaintFact, { dutyId, kind, dueAt }: DutyOpened): Promise<void> {
    await tx.query(
      `INSERT INTO analytics.duties (complaint_id, duty_id, kind, due_at, holder_id, department_id)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [complaintId, dutyId, kind, dueAt, standing.owner, standing.departmentId],
    );
  }

  /** The event names the holder; the department is the one that stood when the duty fell due. */
  async close(tx: Tx, { complaintId, at, standing }: ComplaintFact, duty: DutyClosed): Promise<void> {
    const { dutyId, kind, dueAt, verdict, holder } = duty;
    await tx.query(
      `INSERT INTO analytics.duties AS kept (complaint_id, duty_id, kind, due_at, verdict, holder_id, department_id, ended_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (complaint_id, duty_id) DO UPDATE SET due_at = excluded.due_at, verdict = excluded.verdict,
         holder_id = coalesce(excluded.holder_id, kept.holder_id), ended_at = excluded.ended_at`,
      [complaintId, dutyId, kind, dueAt, verdict, holder, standing.departmentId, at],
    );
  }

  /** Until it falls due, an open duty goes with the complaint from hand to hand; then it stays with who held it (IMP-2). */
  async follow(tx: Tx, { complaintId, at, standing }: ComplaintFact): Promise<void> {
    await tx.query(
      `UPDATE analytics.duties SET holder_id = $2, department_id = $3
       WHERE complaint_id = $1 AND verdict IS NULL AND due_at > $4
         AND (holder_id, department_id) IS DISTINCT FROM ($2::uuid, $3::text)`,
      [complaintId, standing.owner, standing.departmentId, at],
    );
  }
}
