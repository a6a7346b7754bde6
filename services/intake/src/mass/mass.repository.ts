import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';

/** Complaints that look like one, put before a person. */
export interface MassCandidate {
  readonly id: string;
  readonly complaintIds: readonly string[];
}

/** Who follows which lead, and what is proposed (INT-4). */
@Injectable()
export class MassRepository {
  /** Those that follow the lead now, in the order of their ids. */
  async membersOf(tx: Tx, leadId: string): Promise<string[]> {
    const rows = await tx.query<{ complaint_id: string }>(
      `SELECT complaint_id FROM intake.mass_members WHERE lead_id = $1 AND left_at IS NULL ORDER BY complaint_id`,
      [leadId],
    );
    return rows.map((row) => row.complaint_id);
  }

  async anyGoesOn(tx: Tx): Promise<boolean> {
    return (await tx.query(`SELECT FROM intake.mass_members WHERE left_at IS NULL LIMIT 1`)).length > 0;
  }

  async join(tx: Tx, complaintId: string, leadId: string, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO intake.mass_members (complaint_id, lead_id, joined_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [complaintId, leadId, at],
    );
  }

  /** What was joined stays on record. */
  async leave(tx: Tx, complaintId: string, at: Instant): Promise<void> {
    await tx.query(`UPDATE intake.mass_members SET left_at = $2 WHERE complaint_id = $1 AND left_at IS NULL`, [
      complaintId,
      at,
    ]);
  }

  /** It was taken out of one by a person: only a person puts it into one again. */
  async hasLeft(tx: Tx, complaintId: string): Promise<boolean> {
    const left = await tx.query(
      `SELECT 1 FROM intake.mass_members WHERE complaint_id = $1 AND left_at IS NOT NULL LIMIT 1`,
      [complaintId],
    );
    return left.length > 0;
  }

  /** False where these very complaints have been proposed before: what a person has dismissed is not asked again. */
  async propose(tx: Tx, { id, complaintIds }: MassCandidate, at: Instant): Promise<boolean> {
    const proposed = await tx.query(
      `INSERT INTO intake.mass_candidates (id, complaint_ids, proposed_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, complaintIds, at],
    );
    return proposed.length > 0;
  }

  /** The open candidate that has any of these complaints. */
  async openWith(tx: Tx, complaintIds: readonly string[]): Promise<MassCandidate | null> {
    const [row] = await tx.query<{ id: string; complaint_ids: string[] }>(
      `SELECT id, complaint_ids FROM intake.mass_candidates WHERE decided_at IS NULL AND complaint_ids && $1::uuid[]
       ORDER BY proposed_at LIMIT 1 FOR UPDATE`,
      [complaintIds],
    );
    return row === undefined ? null : { id: row.id, complaintIds: row.complaint_ids };
  }

  async add(tx: Tx, candidateId: string, complaintId: string): Promise<void> {
    await tx.query(
      `UPDATE intake.mass_candidates SET complaint_ids = complaint_ids || $2::uuid
       WHERE id = $1 AND NOT $2 = ANY(complaint_ids)`,
      [candidateId, complaintId],
    );
  }

  /** Confirmed when a complaint leads it, else dismissed; false where none is open under that id. */
  async decide(tx: Tx, candidateId: string, by: string, leadId: string | null, at: Instant): Promise<boolean> {
    const decided = await tx.query(
      `UPDATE intake.mass_candidates SET decided_at = $4, decided_by = $2, lead_id = $3
       WHERE id = $1 AND decided_at IS NULL RETURNING id`,
      [candidateId, by, leadId, at],
    );
    return decided.length > 0;
  }
}
