import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Because, Clock, DutyHolder, DutyKind, Firing, Instant } from '@redress/policy';

/** A duty on the ledger: a clock with its explanation. */
export interface Duty {
  readonly dutyId: string;
  readonly kind: DutyKind;
  /** Tells several of a kind apart: the number of the request or task. */
  readonly ref: string | null;
  /** Whom it waits for, where that is not the owner. */
  readonly waitsFor: DutyHolder | null;
  readonly clock: Clock;
  readonly dueAt: Instant;
  readonly because: readonly Because[];
  /** Who held it when it fell due; null until then. */
  readonly holderId: string | null;
}

export type Verdict = 'in-time' | 'late' | 'dropped';

/** A rung with its instant. */
export interface DueRung {
  readonly dutyId: string;
  readonly kind: DutyKind;
  readonly ref: string | null;
  readonly waitsFor: DutyHolder | null;
  readonly rung: string;
  readonly firesAt: Instant;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
}

interface DutyRow {
  duty_id: string;
  kind: DutyKind;
  ref: string | null;
  waits_for: DutyHolder | null;
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
      `SELECT duty_id, kind, ref, waits_for, clock, due_at, because, holder_id FROM intake.duties
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

  /** How often a statutory duty has been opened, and whether it stands: runs, or was met. One that was dropped may come again. */
  async statutory(tx: Tx, complaintId: string, code: string): Promise<{ opened: number; stands: boolean }> {
    const [row] = await tx.query<{ opened: number; stands: boolean | null }>(
      `SELECT count(*)::int AS opened, bool_or(verdict IS DISTINCT FROM 'dropped') AS stands
       FROM intake.duties WHERE complaint_id = $1 AND kind = 'statutory' AND ref = $2`,
      [complaintId, code],
    );
    return { opened: row?.opened ?? 0, stands: row?.stands ?? false };
  }

  async insert(tx: Tx, complaintId: string, duty: Duty, firings: readonly Firing[]): Promise<void> {
    await tx.query(
      `INSERT INTO intake.duties (complaint_id, duty_id, kind, ref, waits_for, clock, due_at, because)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        complaintId,
        duty.dutyId,
        duty.kind,
        duty.ref,
        duty.waitsFor === null ? null : JSON.stringify(duty.waitsFor),
        JSON.stringify(duty.clock),
        duty.dueAt,
        JSON.stringify(duty.because),
      ],
    );
    await this.setRungs(tx, complaintId, duty.dutyId, firings);
  }

  /** The clock was paused, resumed or reckoned anew: what has not fired yet fires by the new one (PRC-22). */
  async change(tx: Tx, complaintId: string, duty: Duty, firings: readonly Firing[]): Promise<void> {
    await tx.query(
      `UPDATE intake.duties SET clock = $3, due_at = $4, because = $5 WHERE complaint_id = $1 AND duty_id = $2`,
      [complaintId, duty.dutyId, JSON.stringify(duty.clock), duty.dueAt, JSON.stringify(duty.because)],
    );
    await tx.query(
      `DELETE FROM intake.rungs WHERE complaint_id = $1 AND duty_id = $2 AND fired_at IS NULL AND rung <> ALL($3)`,
      [complaintId, duty.dutyId, firings.map(({ rung }) => rung)],
    );
    await this.setRungs(tx, complaintId, duty.dutyId, firings);
  }

  /** A duty that comes round again: the same rung is to fire once more. */
  async rearm(tx: Tx, complaintId: string, duty: Duty, firings: readonly Firing[]): Promise<void> {
    await tx.query(`DELETE FROM intake.rungs WHERE complaint_id = $1 AND duty_id = $2`, [complaintId, duty.dutyId]);
    await this.change(tx, complaintId, duty, firings);
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
    const [row] = await tx.query<
      Pick<DutyRow, 'duty_id' | 'kind' | 'ref' | 'waits_for' | 'clock' | 'due_at'> & { rung: string; fires_at: Date }
    >(
      `SELECT rung.duty_id, duty.kind, duty.ref, duty.waits_for, duty.clock, rung.rung, rung.fires_at, duty.due_at
       FROM intake.rungs AS rung JOIN intake.duties AS duty USING (complaint_id, duty_id)
       WHERE rung.complaint_id = $1 AND rung.fired_at IS NULL AND duty.ended_at IS NULL
       ORDER BY rung.fires_at, rung.duty_id, rung.place LIMIT 1`,
      [complaintId],
    );
    if (row === undefined) return null;
    const { duty_id: dutyId, kind, ref, waits_for: waitsFor, rung } = row;
    const { startedAt } = row.clock;
    return {
      ...{ dutyId, kind, ref, waitsFor, rung, startedAt },
      firesAt: row.fires_at.toISOString(),
      dueAt: row.due_at.toISOString(),
    };
  }

  async fire(tx: Tx, complaintId: string, rung: Pick<DueRung, 'dutyId' | 'rung'>, at: Instant): Promise<void> {
    await tx.query(
      `UPDATE intake.rungs SET fired_at = $4 WHERE complaint_id = $1 AND duty_id = $2 AND rung = $3 AND fired_at IS NULL`,
      [complaintId, rung.dutyId, rung.rung, at],
    );
  }

  private async setRungs(tx: Tx, complaintId: string, dutyId: string, firings: readonly Firing[]): Promise<void> {
    await tx.query(
      `INSERT INTO intake.rungs AS rung (complaint_id, duty_id, rung, place, fires_at)
       SELECT $1, $2, * FROM unnest($3::text[], $4::smallint[], $5::timestamptz[])
       ON CONFLICT (complaint_id, duty_id, rung) DO UPDATE SET fires_at = excluded.fires_at, place = excluded.place
       WHERE rung.fired_at IS NULL`,
      [
        complaintId,
        dutyId,
        firings.map(({ rung }) => rung),
        firings.map((_, place) => place),
        firings.map(({ firesAt }) => firesAt),
      ],
    );
  }
}

function toDuty(row: DutyRow): Duty {
  const { duty_id: dutyId, kind, ref, waits_for: waitsFor, clock, because, holder_id: holderId } = row;
  return { dutyId, kind, ref, waitsFor, clock, because, holderId, dueAt: row.due_at.toISOString() };
}
