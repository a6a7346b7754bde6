import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { ComplaintFact } from './complaint.fact.ts';
import type { FollowedUp, Surveyed } from './detail.schemas.ts';

/** What came back after the result was told: the customer's answers, and the checks that it stays solved. */
@Injectable()
export class AnswerRepository {
  async survey(tx: Tx, { complaintId, sequence, at }: ComplaintFact, answer: Surveyed): Promise<void> {
    const { result, process, recommend, satisfied } = answer;
    await tx.query(
      `INSERT INTO analytics.surveys (complaint_id, sequence, at, result, process, recommend, satisfied)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [complaintId, sequence, at, result, process, recommend, satisfied],
    );
  }

  async followUp(tx: Tx, { complaintId, sequence, at }: ComplaintFact, { solved }: FollowedUp): Promise<void> {
    await tx.query(
      `INSERT INTO analytics.follow_ups (complaint_id, sequence, at, solved) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [complaintId, sequence, at, solved],
    );
  }
}
