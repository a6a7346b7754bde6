import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';

/** A complaint that says much the same. */
export interface SimilarComplaint {
  readonly id: string;
  /** The lead of the mass complaint that it belongs to, itself where it leads; null outside of one. */
  readonly leadId: string | null;
}

/** Of the words of the shorter description so many are in the other one. */
const ALIKE = 0.5;
/** Fewer words say too little to be compared. */
const FEWEST_WORDS = 6;
/** The newest of the category that are compared; a mass complaint comes in a heap. */
const COMPARED = 2_000;

/**
 * Finds what is alike by the keyed hashes of the search index: in one company (the departments below one that has no parent),
 * of one category, near in time, with many words shared (INT-4).
 */
@Injectable()
export class SimilarQueries {
  /** Those of the complaint's category that came in the `withinMs` before it, or after it, and say much the same. */
  async of(tx: Tx, complaintId: string, withinMs: number): Promise<SimilarComplaint[]> {
    const rows = await tx.query<{ id: string; lead_id: string | null }>(
      `WITH RECURSIVE companies AS (
         SELECT code, code AS company FROM intake.directory_departments WHERE parent_code IS NULL
         UNION SELECT below.code, company FROM intake.directory_departments AS below
         JOIN companies ON companies.code = below.parent_code
       ), own AS (
         SELECT complaint.id, received_at, described, category, department_id FROM intake.complaints AS complaint
         JOIN intake.search_entries AS entry ON entry.complaint_id = complaint.id
         JOIN intake.matters AS matter ON matter.complaint_id = complaint.id AND matter.position = 1
         WHERE complaint.id = $1 AND complaint.access = 'open'
       ), near AS (
         SELECT other.id, other.state ->> 'mass' AS mass, other.state ->> 'massLead' AS mass_lead, entry.described
         FROM own JOIN intake.matters AS matter ON matter.category = own.category AND matter.position = 1
         JOIN intake.complaints AS other ON other.id = matter.complaint_id
         JOIN intake.search_entries AS entry ON entry.complaint_id = other.id
         WHERE (other.department_id = own.department_id OR EXISTS (
             SELECT FROM companies AS ours JOIN companies AS theirs USING (company)
             WHERE ours.code = own.department_id AND theirs.code = other.department_id))
           AND other.id <> own.id AND other.ended_at IS NULL AND other.access = 'open'
           AND other.received_at BETWEEN own.received_at - $2 * interval '1 millisecond'
             AND own.received_at + $2 * interval '1 millisecond'
         ORDER BY other.received_at DESC LIMIT ${COMPARED}
       )
       SELECT near.id, CASE mass WHEN 'lead' THEN near.id::text WHEN 'none' THEN NULL ELSE mass_lead END AS lead_id
       FROM near, own,
         LATERAL (SELECT count(*) AS shared FROM unnest(own.described) AS word WHERE word = ANY(near.described)) AS overlap
       WHERE least(cardinality(own.described), cardinality(near.described)) >= ${FEWEST_WORDS}
         AND overlap.shared >= ${ALIKE} * least(cardinality(own.described), cardinality(near.described))
       ORDER BY near.id`,
      [complaintId, withinMs],
    );
    return rows.map((row) => ({ id: row.id, leadId: row.lead_id }));
  }
}
