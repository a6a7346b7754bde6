import { dimensionsOf, priorityOf, type CaseState, type Facts } from '@redress/policy';
import type { ComplaintLine } from './complaint.view.ts';

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
}

/** Columns of intake.complaints that make a line. */
export const LINE_COLUMNS = `id, number, state, revision, sequence, received_at, next_due_at, first_due_at, drill, grading_facts, work_order`;

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
