import { dimensionsOf, priorityOf, type CaseState, type Facts } from '@redress/policy';
import type { ComplaintLine } from './complaint.view.ts';
import { HANDED_OVER_AT } from './handed-over.condition.ts';
import type { HandedOverView } from './handed-over.view.ts';

/** A complaint as lists read it. */
export interface LineRow {
  id: string;
  number: string;
  state: CaseState;
  revision: number;
  sequence: number;
  received_at: Date;
  next_due_at: Date | null;
  /** Infinity when nothing is owed. */
  first_due_at: Date | number;
  drill: boolean;
  grading_facts: Facts;
  work_order: number;
  /** Set where all of it left ordinary hands (INT-15). */
  handed_over_at: Date | null;
}

/** Columns of `complaint`, a row of intake.complaints, that make a line. */
export const LINE_COLUMNS = `id, number, state, revision, sequence, received_at, next_due_at, first_due_at, drill, grading_facts, work_order,
  ${HANDED_OVER_AT} AS handed_over_at`;

/** The line as readers without the grant see it. */
export function toOrdinaryLine(row: LineRow): ComplaintLine | HandedOverView {
  const { id, number, handed_over_at: at } = row;
  return at === null ? toLine(row) : { id, number, handedOverAt: at.toISOString() };
}

/** The line of a row. */
export function toLine(row: LineRow): ComplaintLine {
  const { stage, round, level, serious, departmentId, owner, backup } = row.state;
  return {
    id: row.id,
    number: row.number,
    ...{ stage, round, level, class: row.state.class, serious, departmentId, owner, backup },
    revision: row.revision,
    sequence: row.sequence,
    receivedAt: row.received_at.toISOString(),
    nextDueAt: row.next_due_at?.toISOString() ?? null,
    firstDueAt: row.first_due_at instanceof Date ? row.first_due_at.toISOString() : null,
    drill: row.drill,
    priority: priorityOf(dimensionsOf(row.grading_facts)),
  };
}
