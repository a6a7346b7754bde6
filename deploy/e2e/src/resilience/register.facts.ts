import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';

/** A rung with the instant at which it is due, or at which it fired. */
export interface RungAt {
  readonly duty: string;
  readonly rung: string;
  readonly at: Instant;
}

/** A rung as the timeline tells of it: at which instant, and for which it was due. */
export interface FiredRung extends RungAt {
  readonly firedFor: Instant;
}

/** A line of a timeline. */
export interface Line {
  readonly sequence: number;
  readonly code: string;
  readonly at: Instant;
}

/** The rungs of a complaint's open duties, as the ledger has them to fire; `passes` moves the stage and is no rung. */
export async function rungsAhead(tx: Tx, complaintId: string): Promise<RungAt[]> {
  const rows = await tx.query<{ duty_id: string; rung: string; fires_at: Date }>(
    `SELECT duty_id, rung, fires_at FROM intake.rungs WHERE complaint_id = $1 AND fired_at IS NULL AND rung <> 'passes'
     ORDER BY fires_at, duty_id, rung`,
    [complaintId],
  );
  return rows.map((row) => ({ duty: row.duty_id, rung: row.rung, at: row.fires_at.toISOString() }));
}

/** What the timeline says was fired, in its own order. */
export async function rungsFired(tx: Tx, complaintId: string): Promise<FiredRung[]> {
  const rows = await tx.query<{ at: Date; facts: { dutyId: string; rung: string; firedFor: Instant } }>(
    `SELECT at, facts FROM intake.timeline WHERE complaint_id = $1 AND code IN ('warned', 'escalated') ORDER BY sequence`,
    [complaintId],
  );
  return rows.map(({ at, facts }) => ({
    ...{ duty: facts.dutyId, rung: facts.rung, at: at.toISOString(), firedFor: facts.firedFor },
  }));
}

/** When a duty of this complaint is due. */
export async function dueAt(tx: Tx, complaintId: string, dutyId: string): Promise<Instant> {
  const [row] = await tx.query<{ due_at: Date }>(
    `SELECT due_at FROM intake.duties WHERE complaint_id = $1 AND duty_id = $2`,
    [complaintId, dutyId],
  );
  if (row === undefined) throw new Error(`${complaintId} has no ${dutyId}`);
  return row.due_at.toISOString();
}

export async function timeline(tx: Tx, complaintId: string): Promise<Line[]> {
  const rows = await tx.query<{ sequence: number; code: string; at: Date }>(
    `SELECT sequence, code, at FROM intake.timeline WHERE complaint_id = $1 ORDER BY sequence`,
    [complaintId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Sets the domain clock and nothing else: nobody is woken, since nobody is there to be woken. */
export async function setClock(tx: Tx, at: Instant): Promise<void> {
  await tx.query(`UPDATE domain_clock.now SET at = $1 WHERE id = 1 AND at <= $1`, [at]);
}
