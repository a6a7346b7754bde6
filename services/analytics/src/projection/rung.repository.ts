import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { ComplaintFact } from './complaint.fact.ts';
import type { RungFired } from './detail.schemas.ts';

/** The rungs of the ladder that fired, warnings too. */
@Injectable()
export class RungRepository {
  async fire(tx: Tx, { complaintId }: ComplaintFact, fired: RungFired, warning: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO analytics.rungs (complaint_id, duty_id, rung, warning, due_at, fired_for)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [complaintId, fired.dutyId, fired.rung, warning, fired.dueAt, fired.firedFor],
    );
  }
}
