import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';

/** One correction: what the field said and says, and why, as ids of texts (INT-12). */
export interface Correction {
  readonly complaintId: string;
  readonly step: number;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly field: string;
  readonly matterId: string | null;
  readonly fromTextId: string | null;
  readonly toTextId: string;
  readonly reasonTextId: string;
}

/** A correction as it is read. */
export interface CorrectionRow extends Omit<Correction, 'step' | 'complaintId'> {
  readonly actorName: string | null;
}

interface Raw {
  at: Date;
  actor_id: string | null;
  name: string | null;
  field: string;
  matter_id: string | null;
  from_text_id: string | null;
  to_text_id: string;
  reason_text_id: string;
}

/** The history of corrections: only ever added to. */
@Injectable()
export class CorrectionRepository {
  /** Call in the transaction of the step. */
  async record(tx: Tx, correction: Correction): Promise<void> {
    await tx.query(
      `INSERT INTO intake.corrections (complaint_id, step, at, actor_id, field, matter_id, access, from_text_id,
         to_text_id, reason_text_id)
       VALUES ($1, $2, $3, $4, $5, $6, coalesce((SELECT access FROM intake.matters WHERE id = $6), 'open'), $7, $8, $9)`,
      [
        correction.complaintId,
        correction.step,
        correction.at,
        correction.actorId,
        correction.field,
        correction.matterId,
        correction.fromTextId,
        correction.toTextId,
        correction.reasonTextId,
      ],
    );
  }

  /** In the order made; with `open` only those that need no grant. */
  async ofComplaint(tx: Tx, complaintId: string, which: 'all' | 'open'): Promise<CorrectionRow[]> {
    const rows = await tx.query<Raw>(
      `SELECT at, actor_id, person.name, field, matter_id, from_text_id, to_text_id, reason_text_id
       FROM intake.corrections AS correction
         LEFT JOIN intake.directory_people AS person ON person.id = actor_id
         LEFT JOIN intake.matters AS matter ON matter.id = matter_id
       WHERE correction.complaint_id = $1
         AND ($2 OR (correction.access = 'open' AND coalesce(matter.access, 'open') = 'open'))
       ORDER BY correction.id`,
      [complaintId, which === 'all'],
    );
    return rows.map((row) => ({
      ...{ at: row.at.toISOString(), actorId: row.actor_id, actorName: row.name, field: row.field },
      ...{ matterId: row.matter_id, fromTextId: row.from_text_id },
      ...{ toTextId: row.to_text_id, reasonTextId: row.reason_text_id },
    }));
  }
}
