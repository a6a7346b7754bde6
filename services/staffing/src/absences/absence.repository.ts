import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { toInstant, type Instant } from '@redress/policy';
import { z } from 'zod';

export const ABSENCE_STATES = ['planned', 'running', 'over', 'cancelled'] as const;

/** A time that somebody is away, told ahead or when it came. */
export interface Absence {
  readonly id: string;
  readonly personId: string;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly state: (typeof ABSENCE_STATES)[number];
}

/** An absence that begins or ends at its due instant. */
export interface DueAbsence extends Absence {
  readonly dueAt: Instant;
}

const instant = z.date().transform((at) => toInstant(at.getTime()));
const row = z
  .object({
    id: z.string(),
    person_id: z.string(),
    from_at: instant,
    until_at: instant.nullable(),
    state: z.enum(ABSENCE_STATES),
    due_at: instant.nullable(),
  })
  .transform(({ id, person_id: personId, from_at: from, until_at: until, state, due_at: dueAt }) => ({
    ...{ id, personId, from, until, state, dueAt },
  }));

const COLUMNS = 'id, person_id, from_at, until_at, state, due_at';

/** Written under the lock of the person's row. */
@Injectable()
export class AbsenceRepository {
  /** What is planned and running, the earliest first. */
  async ahead(tx: Tx, personId: string): Promise<Absence[]> {
    return this.rows(tx, `person_id = $1 AND state IN ('planned', 'running') ORDER BY from_at, id`, personId);
  }

  async running(tx: Tx, personId: string): Promise<Absence[]> {
    return this.rows(tx, `person_id = $1 AND state = 'running' ORDER BY from_at, id`, personId);
  }

  async find(tx: Tx, id: string): Promise<DueAbsence | Absence | null> {
    return (await this.rows(tx, 'id = $1', id))[0] ?? null;
  }

  /** The next one that begins or ends, of anybody. */
  async nextDue(tx: Tx, now: Instant): Promise<DueAbsence | null> {
    const [found] = await this.rows(tx, 'due_at <= $1 ORDER BY due_at, id LIMIT 1', now);
    return found === undefined ? null : (found as DueAbsence);
  }

  async insert(tx: Tx, absence: Absence, told: { readonly by: string; readonly at: Instant }): Promise<void> {
    const { id, personId, from, until, state } = absence;
    await tx.query(
      `INSERT INTO staffing.absences (id, person_id, from_at, until_at, state, told_by, told_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, personId, from, until, state, told.by, told.at],
    );
  }

  /** Moves an absence on, unless somebody has done so; answers whether it moved. */
  async move(tx: Tx, id: string, from: Absence['state'], to: Absence['state'], at: Instant): Promise<boolean> {
    const moved = await tx.query(
      `UPDATE staffing.absences SET state = $3, ended_at = CASE WHEN $3 = 'running' THEN NULL ELSE $4::timestamptz END
       WHERE id = $1 AND state = $2 RETURNING 1`,
      [id, from, to, at],
    );
    return moved.length === 1;
  }

  private async rows(tx: Tx, where: string, value: string): Promise<(Absence & { dueAt: Instant | null })[]> {
    const rows = await tx.query(`SELECT ${COLUMNS} FROM staffing.absences WHERE ${where}`, [value]);
    return rows.map((raw) => row.parse(raw));
  }
}
