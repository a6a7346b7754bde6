import { Injectable } from '@nestjs/common';
import { instant } from '@redress/contracts';
import { Conditions, type Tx } from '@redress/db';
import { toInstant, type Actor, type Instant } from '@redress/policy';
import { InputError } from '@redress/service-kit';
import { z } from 'zod';
import { ACTION_COLUMNS, actionRow } from './action.repository.ts';
import type { ActionsQuery } from './action.schemas.ts';
import type { Action } from './action.ts';

/** An action with the labels of its complaint. */
export interface ReadAction {
  readonly action: Action;
  readonly number: string | null;
  readonly access: 'open' | 'restricted';
  /** Who is complained of in its complaint. */
  readonly concerned: readonly string[];
}

/** A line of its history. */
export interface ReadEntry {
  readonly sequence: number;
  readonly at: Instant;
  readonly happening: string;
  readonly code: string;
  readonly detail: Record<string, unknown>;
  readonly actorId: string | null;
  readonly textId: string | null;
}

const labels = z.object({
  number: z.string().nullable(),
  access: z.enum(['open', 'restricted']).nullable(),
  concerned: z.array(z.string()).nullable(),
});

const SELECT = `SELECT ${ACTION_COLUMNS}, complaint.number, complaint.access, complaint.concerned
  FROM improvement.actions AS action LEFT JOIN improvement.complaints AS complaint ON complaint.id = action.complaint_id`;

/** The SQL of the readers of actions. */
@Injectable()
export class ActionQueries {
  /** A page by (date, id), the earliest first; only what the reader may see. One more than asked for tells of a next one. */
  async page(tx: Tx, query: ActionsQuery, actor: Actor, now: Instant): Promise<ReadAction[]> {
    const where = new Conditions();
    if (query.after !== undefined) {
      const [dueAt, id] = cursorOf(query.after);
      where.add(`(action.due_at, action.id) > (${where.value(dueAt)}::timestamptz, ${where.value(id)}::uuid)`);
    }
    where.addEqual('action.owner_id', query.owner);
    where.addEqual('action.department_id', query.departmentId);
    where.addEqual('action.stage', query.stage);
    where.addEqual('action.complaint_id', query.complaintId);
    if (query.overdue !== undefined)
      where.add(`coalesce(action.owed_at < ${where.value(now)}, false) = ${where.value(query.overdue)}`);
    addVisible(where, actor);
    const rows = await tx.query(
      `${SELECT} WHERE ${where.text} ORDER BY action.due_at, action.id LIMIT ${query.limit + 1}`,
      where.values,
    );
    return rows.map(toRead);
  }

  async find(tx: Tx, id: string): Promise<ReadAction | null> {
    const [found] = await tx.query(`${SELECT} WHERE action.id = $1`, [id]);
    return found === undefined ? null : toRead(found);
  }

  async history(tx: Tx, actionId: string): Promise<ReadEntry[]> {
    const rows = await tx.query<Omit<ReadEntry, 'at'> & { at: Date }>(
      `SELECT sequence, at, happening, code, detail, actor_id AS "actorId", text_id AS "textId"
       FROM improvement.entries WHERE action_id = $1 ORDER BY sequence`,
      [actionId],
    );
    return rows.map((row) => ({ ...row, at: toInstant(row.at.getTime()) }));
  }

  /** Which action a request has been taken for, and what was sent. */
  async requested(tx: Tx, requestId: string): Promise<{ actionId: string; hash: Buffer } | null> {
    const [found] = await tx.query<{ actionId: string; hash: Buffer }>(
      `SELECT action_id AS "actionId", request_hash AS hash FROM improvement.entries WHERE request_id = $1`,
      [requestId],
    );
    return found ?? null;
  }
}

/** As mayRead says it, in SQL. */
function addVisible(where: Conditions, { id, capabilities, departmentId }: Actor): void {
  where.add(`NOT coalesce(complaint.concerned, '{}') @> ARRAY[${where.value(id)}::uuid]`);
  if (!capabilities.includes('read-restricted')) where.add(`coalesce(complaint.access, 'open') = 'open'`);
  if (capabilities.includes('read-all') || capabilities.includes('audit')) return;
  const department = capabilities.includes('read-department') ? departmentId : null;
  where.add(`(action.owner_id = ${where.value(id)} OR action.department_id = ${where.value(department)})`);
}

const cursor = z.tuple([instant, z.uuid()]);

function cursorOf(after: string): [string, string] {
  const parsed = cursor.safeParse(after.split('_'));
  if (!parsed.success) throw new InputError([{ path: 'after', message: 'is the `next` of an earlier page' }]);
  return parsed.data;
}

function toRead(raw: unknown): ReadAction {
  const { number, access, concerned } = labels.parse(raw);
  return { action: actionRow.parse(raw), number, access: access ?? 'open', concerned: concerned ?? [] };
}
