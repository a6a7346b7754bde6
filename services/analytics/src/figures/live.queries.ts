import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { STAGES, type Instant } from '@redress/policy';
import { OPEN } from './complaints.conditions.ts';

/** How many open complaints, grouped by the sets of columns that are asked for. */
interface OpenRow {
  readonly level: string | null;
  readonly stage: (typeof STAGES)[number] | null;
  readonly department_id: string | null;
  readonly count: number;
  readonly serious: number;
}

interface ClockRow {
  readonly kind: string;
  readonly running: number;
  readonly overdue: number;
}

/** The SQL of the live figures. */
@Injectable()
export class LiveQueries {
  /** Open work in all and by level, stage and department; a row has one of the three, the row of all has none. */
  open(tx: Tx): Promise<OpenRow[]> {
    return tx.query<OpenRow>(
      `SELECT level, stage, department_id, count(*)::int AS count, count(*) FILTER (WHERE serious)::int AS serious
       FROM analytics.complaints AS complaint WHERE NOT drill AND ${OPEN}
       GROUP BY GROUPING SETS ((), (level), (stage), (department_id)) ORDER BY level, stage, department_id`,
    );
  }

  /** Complaints by the kinds of clock that run on them; the reopening clock runs on closed ones too. */
  clocks(tx: Tx, now: Instant): Promise<ClockRow[]> {
    return tx.query<ClockRow>(
      `SELECT kind, count(DISTINCT complaint.id)::int AS running,
         count(DISTINCT complaint.id) FILTER (WHERE due_at < $1)::int AS overdue
       FROM analytics.duties AS duty JOIN analytics.complaints AS complaint ON complaint.id = duty.complaint_id
       WHERE NOT complaint.drill AND duty.verdict IS NULL GROUP BY kind ORDER BY kind`,
      [now],
    );
  }

  async overdue(tx: Tx, now: Instant): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM analytics.complaints AS complaint WHERE NOT drill AND ${OPEN} AND EXISTS (
         SELECT 1 FROM analytics.duties AS duty WHERE duty.complaint_id = complaint.id AND verdict IS NULL AND due_at < $1)`,
      [now],
    );
    return row?.count ?? 0;
  }
}
