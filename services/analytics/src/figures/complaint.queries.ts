import { Injectable } from '@nestjs/common';
import { Conditions, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { InputError } from '@redress/service-kit';
import { CURRENT_ROUND, LINE, toLine, type LineRow } from './complaint.row.ts';
import type { ComplaintsPage, ComplaintView } from './complaint.view.ts';
import { conditionsOf, type FilterSetting } from './complaints.conditions.ts';
import type { ComplaintsQuery } from './complaints.query.ts';

type Rung = ComplaintView['rungs'][number];
type Duty = ComplaintView['duties'][number];
type Round = ComplaintView['rounds'][number];

/** What a reader is shown, and which restricted complaints are in it. */
export interface Seen<View> {
  readonly shown: View;
  readonly restricted: readonly string[];
}

/** The SQL of the complaints behind the figures. */
@Injectable()
export class ComplaintQueries {
  /** A page by (received-at, id), newest first, of what the reader may see. */
  async page(tx: Tx, query: ComplaintsQuery, setting: FilterSetting, reader: Actor): Promise<Seen<ComplaintsPage>> {
    const where = conditionsOf(query, setting);
    addVisible(where, reader);
    if (query.after !== undefined) {
      const [receivedAt, id] = cursorOf(query.after);
      where.add(
        `(complaint.received_at, complaint.id) < (${where.value(receivedAt)}::timestamptz, ${where.value(id)}::uuid)`,
      );
    }
    const rows = await tx.query<LineRow>(
      `SELECT ${LINE} FROM analytics.complaints AS complaint ${CURRENT_ROUND}
       WHERE ${where.text} ORDER BY complaint.received_at DESC, complaint.id DESC LIMIT ${query.limit + 1}`,
      where.values,
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    const next =
      rows.length > items.length && last !== undefined ? `${last.received_at.toISOString()}_${last.id}` : null;
    return { shown: { items: items.map(toLine), next }, restricted: restrictedOf(items) };
  }

  /** Null where there is none, or none for this reader. */
  async view(tx: Tx, complaintId: string, reader: Actor): Promise<Seen<ComplaintView> | null> {
    const where = new Conditions();
    where.addEqual('complaint.id', complaintId);
    addVisible(where, reader);
    const [row] = await tx.query<LineRow>(
      `SELECT ${LINE} FROM analytics.complaints AS complaint ${CURRENT_ROUND} WHERE ${where.text}`,
      where.values,
    );
    if (row === undefined) return null;
    const { drill, last_sequence: lastSequence, messages, gaps, filled } = row;
    const rungs = await this.rungs(tx, complaintId, false);
    const warnings = await this.rungs(tx, complaintId, true);
    const duties = await this.duties(tx, complaintId);
    const rounds = await this.rounds(tx, complaintId);
    const shown = { ...toLine(row), drill, lastSequence, messages, gaps, filled, rungs, warnings, duties, rounds };
    return { shown, restricted: restrictedOf([row]) };
  }

  private async rungs(tx: Tx, complaintId: string, warning: boolean): Promise<Rung[]> {
    const rows = await tx.query<Omit<Rung, 'firedFor'> & { firedFor: Date }>(
      `SELECT duty_id AS "dutyId", rung, fired_for AS "firedFor" FROM analytics.rungs
       WHERE complaint_id = $1 AND warning = $2 ORDER BY fired_for, duty_id, rung`,
      [complaintId, warning],
    );
    return rows.map((row) => ({ ...row, firedFor: row.firedFor.toISOString() }));
  }

  private async duties(tx: Tx, complaintId: string): Promise<Duty[]> {
    const rows = await tx.query<Omit<Duty, 'dueAt' | 'endedAt'> & { dueAt: Date; endedAt: Date | null }>(
      `SELECT duty_id AS "dutyId", kind, due_at AS "dueAt", coalesce(verdict, 'open') AS verdict, holder_id AS holder,
         department_id AS "departmentId", ended_at AS "endedAt"
       FROM analytics.duties WHERE complaint_id = $1 ORDER BY due_at, duty_id`,
      [complaintId],
    );
    return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null }));
  }

  private async rounds(tx: Tx, complaintId: string): Promise<Round[]> {
    const rows = await tx.query<Omit<Round, 'toldAt' | 'closedAt'> & { toldAt: Date | null; closedAt: Date | null }>(
      `SELECT round, told_at AS "toldAt", owner_when_told AS "ownerWhenTold", department_when_told AS "departmentWhenTold",
         closed_at AS "closedAt", closing
       FROM analytics.rounds WHERE complaint_id = $1 ORDER BY round`,
      [complaintId],
    );
    return rows.map(({ toldAt, closedAt, ...row }) => ({
      ...row,
      toldAt: toldAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
    }));
  }
}

/** Restricted ones only for those who may read them (INT-7), and nobody's own case (PRC-3). */
function addVisible(where: Conditions, { id, capabilities }: Actor): void {
  where.add(`NOT complaint.concerned @> ARRAY[${where.value(id)}::uuid]`);
  if (!capabilities.includes('read-restricted')) where.add(`complaint.access = 'open'`);
}

function restrictedOf(rows: readonly LineRow[]): string[] {
  return rows.filter(({ access }) => access === 'restricted').map(({ id }) => id);
}

function cursorOf(after: string): [string, string] {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after);
  if (match === null || Number.isNaN(Date.parse(match[1] as string))) {
    throw new InputError([{ path: 'after', message: 'is the `next` of an earlier page' }]);
  }
  return [match[1] as string, match[2] as string];
}
