import type { ComplaintLine } from './complaint.view.ts';

/** The round that a complaint is in, with its closing when there is one. */
export const CURRENT_ROUND = `LEFT JOIN analytics.rounds AS current
  ON current.complaint_id = complaint.id AND current.round = complaint.round`;

/** The columns of a LineRow. */
export const LINE = `complaint.*, current.closed_at, current.closing`;

/** A complaint and its current round, as the driver gives them. */
export interface LineRow {
  readonly id: string;
  readonly number: string;
  readonly access: string;
  readonly drill: boolean;
  readonly stage: string;
  readonly round: number;
  readonly level: string;
  readonly class: string;
  readonly serious: boolean;
  readonly department_id: string;
  readonly owner_id: string | null;
  readonly backup_id: string | null;
  readonly channel: string | null;
  readonly categories: string[];
  readonly received_at: Date;
  readonly registered_at: Date | null;
  readonly acknowledged_at: Date | null;
  readonly closed_at: Date | null;
  readonly closing: string | null;
  readonly ended_at: Date | null;
  readonly escalated: number;
  readonly warned: number;
  readonly returned: number;
  readonly reopened: number;
  readonly last_sequence: number;
  readonly messages: number;
  readonly gaps: number;
  readonly filled: number;
}

/** The line of a list. */
export function toLine(row: LineRow): ComplaintLine {
  const { id, number, stage, round, level, serious, channel, categories, closing } = row;
  const { escalated, warned, returned, reopened } = row;
  return {
    ...{ id, number, stage, round, level, class: row.class, serious },
    ...{ departmentId: row.department_id, owner: row.owner_id, backup: row.backup_id, channel, categories },
    receivedAt: row.received_at.toISOString(),
    registeredAt: row.registered_at?.toISOString() ?? null,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    closing,
    endedAt: row.ended_at?.toISOString() ?? null,
    ...{ escalated, warned, returned, reopened },
  };
}
