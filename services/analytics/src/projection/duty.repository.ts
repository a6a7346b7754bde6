import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { ComplaintFact } from './complaint.fact.ts';
import type { DutyChanged, DutyClosed, DutyOpened } from './detail.schemas.ts';

/** The duties of complaints with their verdicts, each with who answers for it. */
@Injectable()
export class DutyRepository {
  /** A duty that another department was asked for is held by no person of this complaint. */
  async open(tx: Tx, { complaintId, sequence, standing }: ComplaintFact, duty: DutyOpened): Promise<void> {
    const { dutyId, kind, dueAt, departmentId: asked } = duty;
    await tx.query(
      `INSERT INTO analytics.duties (complaint_id, duty_id, kind, due_at, holder_id, department_id, asked, due_sequence)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [
        ...[complaintId, dutyId, kind, dueAt, asked === null ? standing.owner : null],
        ...[asked ?? standing.departmentId, asked !== null, sequence],
      ],
    );
  }

  /** Paused, resumed or reckoned anew; the latest word counts. */
  async change(tx: Tx, { complaintId, sequence }: ComplaintFact, { dutyId, dueAt }: DutyChanged): Promise<void> {
    await tx.query(
      `UPDATE analytics.duties SET due_at = $3, due_sequence = $4
       WHERE complaint_id = $1 AND duty_id = $2 AND verdict IS NULL AND due_sequence < $4`,
      [complaintId, dutyId, dueAt, sequence],
    );
  }

  /** The event names the holder; the department is the one that stood when the duty fell due, or the one that was asked. */
  async close(tx: Tx, { complaintId, at, standing }: ComplaintFact, duty: DutyClosed): Promise<void> {
    const { dutyId, kind, dueAt, verdict, departmentId: asked } = duty;
    const holder = asked === null ? duty.holder : null;
    await tx.query(
      `INSERT INTO analytics.duties AS kept
         (complaint_id, duty_id, kind, due_at, verdict, holder_id, department_id, ended_at, asked)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (complaint_id, duty_id) DO UPDATE SET due_at = excluded.due_at, verdict = excluded.verdict,
         holder_id = coalesce(excluded.holder_id, kept.holder_id), ended_at = excluded.ended_at, asked = excluded.asked`,
      [complaintId, dutyId, kind, dueAt, verdict, holder, asked ?? standing.departmentId, at, asked !== null],
    );
  }

  /**
   * Until it falls due, an open duty goes with the complaint from hand to hand; then it stays with who held it (IMP-2).
   * What another department was asked for stays there.
   */
  async follow(tx: Tx, { complaintId, at, standing }: ComplaintFact): Promise<void> {
    await tx.query(
      `UPDATE analytics.duties SET holder_id = $2, department_id = $3
       WHERE complaint_id = $1 AND verdict IS NULL AND NOT asked AND due_at > $4
         AND (holder_id, department_id) IS DISTINCT FROM ($2::uuid, $3::text)`,
      [complaintId, standing.owner, standing.departmentId, at],
    );
  }
}
