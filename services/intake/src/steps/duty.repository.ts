import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Because, Clock, DutyKind, Instant } from '@redress/policy';

/** A duty on the ledger: a clock with its explanation. */
export interface Duty {
  readonly dutyId: string;
  readonly kind: DutyKind;
  readonly clock: Clock;
  readonly dueAt: Instant;
  readonly because: readonly Because[];
  /** Who held it when it fell due; null until then. */
  readonly holderId: string | null;
}

export type Verdict = 'in-time' | 'late' | 'dropped';

/** A rung with its instant; `passes` is the due instant of a duty whose stage decides what follows. */
export interface DueRung {
  readonly dutyId: string;
  readonly kind: DutyKind;
  readonly rung: string;
  readonly firesAt: Instant;
  readonly dueAt: Instant;
}

interface DutyRow {
  duty_id: string;
  kind: DutyKind;
  clock: Clock;
  due_at: Date;
  because: Because[];
  holder_id: string | null;
}

/** The ledger of clocks and the rungs that watch them. */
@Injectable()
export class DutyRepository {
  async open(tx: Tx, complaintId: string): Promise<Duty[]> {
    const rows = await tx.query<DutyRow>(
      `SELECT duty_id, kind, clock, due_at, because, holder_id FROM intake.duties
       WHERE complaint_id = $1 AND ended_at IS NULL ORDER BY due_at, duty_id`,
      [complaintId],
    );
    return rows.map(toDuty);
  }

  /** How many duties of this kind the complaint has had: the next one's number less one. */
  async countOfKind(tx: Tx, complaintId: string, kind: DutyKind): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM intake.duties WHERE complaint_id = $1 AND kind = $2`,
      [complaintId, kind],
    );
    return row?.n ?? 0;
  }

  async insert(
    tx: Tx,
    complaintId: string,
    duty: Duty,
    rungs: readonly { rung: string; firesAt: Instant }[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO intake.duties (complaint_id, duty_id, kind, clock, due_at, because) VALUES ($1, $2, $3, $4, $5, $6)`,
      [complaintId, duty.dutyId, duty.kind, JSON.stringify(duty.clock), duty.dueAt, JSON.stringify(duty.because)],
    );
    await tx.query(
      `INSERT INTO intake.rungs (complaint_id, duty_id, rung, fires_at)
       SELECT $1, $2, * FROM unnest($3::text[], $4::timestamptz[])`,
      [complaintId, duty.dutyId, rungs.map((one) => one.rung), rungs.map((one) => one.firesAt)],
    );
  }

  async end(
    tx: Tx,
    complaintId: string,
    dutyId: string,
    at: Instant,
    verdict: Verdict,
    holder: string | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE intake.duties SET ended_at = $3, verdict = $4, holder_id = coalesce(holder_id, $5)
       WHERE complaint_id = $1 AND duty_id = $2`,
      [complaintId, dutyId, at, verdict, holder],
    );
  }

  /** Who answers for the duty from its due instant on, whatever becomes of the ownership (IMP-2). */
  async fallDue(tx: Tx, complaintId: string, dutyId: string, holder: string | null): Promise<void> {
    await tx.query(
      `UPDATE intake.duties SET holder_id = coalesce(holder_id, $3) WHERE complaint_id = $1 AND duty_id = $2`,
      [complaintId, dutyId, holder],
    );
  }

  /** The next rung of an open duty that has not fired, or null. */
  async nextRung(tx: Tx, complaintId: string): Promise<DueRung | null> {
    const [row] = await tx.query<{ duty_id: string; kind: DutyKind; rung: string; fires_at: Date; due_at: Date }>(
      `SELECT rung.duty_id, duty.kind, rung.rung, rung.fires_at, duty.due_at
       FROM intake.rungs AS rung JOIN intake.duties AS duty USING (complaint_id, duty_id)
       WHERE rung.complaint_id = $1 AND rung.fired_at IS NULL AND duty.ended_at IS NULL
       ORDER BY rung.fires_at, rung.duty_id, rung.rung LIMIT 1`,
      [complaintId],
    );
    if (row === undefined) return null;
    const { duty_id: dutyId, kind, rung } = row;
    return { dutyId, kind, rung, firesAt: row.fires_at.toISOString(), dueAt: row.due_at.toISOString() };
  }

  async fire(tx: Tx, complaintId: string, rung: Pick<DueRung, 'dutyId' | 'rung'>, at: Instant): Promise<void> {
    await tx.query(
      `UPDATE intake.rungs SET fired_at = $4 WHERE complaint_id = $1 AND duty_id = $2 AND rung = $3 AND fired_at IS NULL`,
      [complaintId, rung.dutyId, rung.rung, at],
    );
  }
}

function toDuty(row: DutyRow): Duty {
  const { duty_id: dutyId, kind, clock, because, holder_id: holderId } = row;
  return { dutyId, kind, clock, because, holderId, dueAt: row.due_at.toISOString() };
}
