import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { calendarMs, plusMs, type Instant, type Threshold } from '@redress/policy';
import { randomUUID } from 'node:crypto';
import type { MeasureBody } from './measure.views.ts';

/** Where something is measured; empty where nothing is named. */
export interface Spot {
  readonly departmentId: string;
  readonly place: string;
  readonly item: string;
}

/** A crossing that has just begun. */
export interface NewCrossing {
  readonly spot: Spot;
  readonly threshold: Threshold;
  readonly value: number;
  readonly at: Instant;
  readonly told: readonly string[];
}

/** A crossing as a step on it needs it. */
export interface CrossingRow {
  readonly departmentId: string;
  readonly threshold: Threshold;
  readonly told: readonly string[];
  readonly choice: string | null;
}

/** One for which nobody has chosen in time. */
export interface LateCrossing extends CrossingRow {
  readonly id: string;
  readonly choiceDueAt: Instant;
}

@Injectable()
export class CrossingRepository {
  /** Keeps the value and locks the spot; false where a later one, or this very one, is known already. */
  async measured(tx: Tx, spot: Spot, { measure, value }: MeasureBody, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO intake.measures AS kept (department_id, measure, place, item, value, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (department_id, measure, place, item) DO UPDATE SET value = excluded.value, at = excluded.at
       WHERE kept.at < excluded.at RETURNING 1`,
      [spot.departmentId, measure, spot.place, spot.item, value, at],
    );
    return rows.length > 0;
  }

  /** The crossing that stands at that spot. */
  async standing(tx: Tx, { departmentId, place, item }: Spot, code: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM intake.crossings
       WHERE department_id = $1 AND code = $2 AND place = $3 AND item = $4 AND cleared_at IS NULL`,
      [departmentId, code, place, item],
    );
    return row?.id ?? null;
  }

  async clear(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query(`UPDATE intake.crossings SET cleared_at = $2 WHERE id = $1`, [id, at]);
  }

  /** Answers its id. What the pack says of it now stays with it. */
  async insert(tx: Tx, { spot, threshold, value, at, told }: NewCrossing): Promise<string> {
    const id = randomUUID();
    const { departmentId, place, item } = spot;
    const dueAt = plusMs(at, calendarMs(threshold.within));
    await tx.query(
      `INSERT INTO intake.crossings (id, department_id, threshold, code, place, item, value, at, told, choice_due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, departmentId, JSON.stringify(threshold), threshold.code, place, item, value, at, told, dueAt],
    );
    return id;
  }

  /** Locked until the transaction ends; null where there is none. */
  async lock(tx: Tx, id: string): Promise<CrossingRow | null> {
    const [row] = await tx.query<CrossingRow>(
      `SELECT department_id AS "departmentId", threshold, told, choice FROM intake.crossings WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  /** The first whose choice is overdue while it stands, and that has not been told of; locked until the transaction ends. */
  async lockNextLate(tx: Tx, now: Instant): Promise<LateCrossing | null> {
    const [row] = await tx.query<Omit<LateCrossing, 'choiceDueAt'> & { due_at: Date }>(
      `SELECT id, department_id AS "departmentId", threshold, told, choice, choice_due_at AS due_at FROM intake.crossings
       WHERE choice IS NULL AND cleared_at IS NULL AND late_told_at IS NULL AND choice_due_at <= $1
       ORDER BY choice_due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (row === undefined) return null;
    const { due_at: dueAt, ...crossing } = row;
    return { ...crossing, choiceDueAt: dueAt.toISOString() };
  }

  /** Who hears of it late may choose as well. */
  async lateTold(tx: Tx, id: string, people: readonly string[], at: Instant): Promise<void> {
    await tx.query(`UPDATE intake.crossings SET late_told_at = $3, told = told || $2::uuid[] WHERE id = $1`, [
      ...[id, people, at],
    ]);
  }

  async choose(tx: Tx, id: string, choice: string, by: string, at: Instant): Promise<void> {
    await tx.query(`UPDATE intake.crossings SET choice = $2, chosen_by = $3, chosen_at = $4 WHERE id = $1`, [
      ...[id, choice, by, at],
    ]);
  }

  /** The crossing is locked: reviews are numbered in their order. */
  async review(tx: Tx, id: string, said: { cause: string; measure: string }, by: string, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO intake.crossing_reviews (crossing_id, number, cause, measure, reviewed_by, at)
       SELECT $1, count(*) + 1, $2, $3, $4, $5 FROM intake.crossing_reviews WHERE crossing_id = $1`,
      [id, said.cause, said.measure, by, at],
    );
  }
}
