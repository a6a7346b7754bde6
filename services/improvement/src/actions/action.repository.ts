import { Injectable } from '@nestjs/common';
import { ACTION_KINDS, ACTION_SOURCES, ACTION_STAGES } from '@redress/contracts';
import type { Tx } from '@redress/db';
import { toInstant, type Instant } from '@redress/policy';
import { z } from 'zod';
import type { Action } from './action.ts';
import type { ActionRung } from './action.clocks.ts';

const instant = z.date().transform((at): Instant => toInstant(at.getTime()));

/** A row of actions, under the names of Action. */
export const actionRow = z.object({
  id: z.string(),
  complaintId: z.string().nullable(),
  source: z.enum(ACTION_SOURCES),
  kind: z.enum(ACTION_KINDS),
  cause: z.string().nullable(),
  stage: z.enum(ACTION_STAGES),
  round: z.number(),
  ownerId: z.string(),
  departmentId: z.string(),
  plannedBy: z.string().nullable(),
  plannedAt: instant,
  clockFrom: instant,
  dueAt: instant,
  followUpAt: instant,
  owedAt: instant.nullable(),
  doneAt: instant.nullable(),
  closedAt: instant.nullable(),
  sequence: z.number(),
  nextDueAt: instant.nullable(),
});

const FIELDS = Object.keys(actionRow.shape) as (keyof Action)[];
const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of actionRow, of a table that goes by the name `action`. */
export const ACTION_COLUMNS = FIELDS.map((field) => `action.${columnOf(field)} AS "${field}"`).join(', ');

const NAMES = FIELDS.map(columnOf).join(', ');
const PLACES = FIELDS.map((_, index) => `$${index + 1}`).join(', ');
const SETS = FIELDS.map((field, index) => `${columnOf(field)} = $${index + 1}`).join(', ');

/** Actions and the instants at which something happens to them by itself. */
@Injectable()
export class ActionRepository {
  /** Locks the action: whoever decides anything about it holds this lock first. */
  async lock(tx: Tx, id: string): Promise<Action | null> {
    const [found] = await tx.query(
      `SELECT ${ACTION_COLUMNS} FROM improvement.actions AS action WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return found === undefined ? null : actionRow.parse(found);
  }

  /** False when it is there already. */
  async insert(tx: Tx, action: Action): Promise<boolean> {
    const inserted = await tx.query(
      `INSERT INTO improvement.actions (${NAMES}) VALUES (${PLACES}) ON CONFLICT (id) DO NOTHING RETURNING 1`,
      valuesOf(action),
    );
    return inserted.length === 1;
  }

  async update(tx: Tx, action: Action): Promise<void> {
    await tx.query(`UPDATE improvement.actions SET ${SETS} WHERE id = $1`, valuesOf(action));
  }

  /** Ids of what a person still owes, the earliest due first. */
  async openOf(tx: Tx, ownerId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM improvement.actions WHERE owner_id = $1 AND stage <> 'closed' ORDER BY due_at, id`,
      [ownerId],
    );
    return rows.map(({ id }) => id);
  }

  /** These take the place of what has not fired; what has fired for the very same instant does not fire again. */
  async layRungs(tx: Tx, actionId: string, rungs: readonly ActionRung[]): Promise<void> {
    await tx.query('DELETE FROM improvement.rungs WHERE action_id = $1 AND fired_at IS NULL', [actionId]);
    await tx.query(
      `INSERT INTO improvement.rungs (action_id, code, fires_at)
       SELECT $1, code, fires_at FROM unnest($2::text[], $3::timestamptz[]) AS ahead (code, fires_at)
       WHERE NOT EXISTS (SELECT FROM improvement.rungs AS fired
                         WHERE fired.action_id = $1 AND fired.code = ahead.code AND fired.fires_at = ahead.fires_at)`,
      [actionId, rungs.map(({ code }) => code), rungs.map(({ firesAt }) => firesAt)],
    );
  }

  async nextRung(tx: Tx, actionId: string): Promise<(ActionRung & { readonly id: string }) | null> {
    const [found] = await tx.query<{ id: string; code: string; fires_at: Date }>(
      `SELECT id, code, fires_at FROM improvement.rungs WHERE action_id = $1 AND fired_at IS NULL
       ORDER BY fires_at, id LIMIT 1`,
      [actionId],
    );
    if (found === undefined) return null;
    return { id: found.id, code: found.code, firesAt: toInstant(found.fires_at.getTime()) };
  }

  async fire(tx: Tx, rungId: string, at: Instant): Promise<void> {
    await tx.query('UPDATE improvement.rungs SET fired_at = $2 WHERE id = $1', [rungId, at]);
  }
}

function valuesOf(action: Action): unknown[] {
  return FIELDS.map((field) => action[field]);
}
