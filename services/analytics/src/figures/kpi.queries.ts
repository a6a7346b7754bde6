import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { Conditions } from './conditions.ts';

/** Who a KPI is counted for. */
export type KpiBy = 'person' | 'department';

/** The counts of one person or department; `id` is null for nobody. */
export interface KpiRow {
  readonly id: string | null;
  readonly dutiesDue: number;
  readonly dutiesMetInTime: number;
  readonly closed: number;
  readonly closedForGood: number;
}

const ID: Readonly<Record<KpiBy, string>> = { person: 'person_id::text', department: 'department_id' };

/** The SQL of the KPIs (IMP-2). */
@Injectable()
export class KpiQueries {
  /** A duty still open counts once its due instant has passed: it can only be late now. */
  async counts(tx: Tx, by: KpiBy, period: string, timeZone: string, now: Instant): Promise<KpiRow[]> {
    const where = new Conditions(timeZone);
    const due = `${where.within('due_at', period)} AND (verdict IS NOT NULL OR due_at < ${where.value(now)})`;
    const closed = where.within('closed_at', period);
    return tx.query<KpiRow>(
      `SELECT id, sum(due)::int AS "dutiesDue", sum(met)::int AS "dutiesMetInTime", sum(closed)::int AS closed,
         sum(for_good)::int AS "closedForGood"
       FROM (
         SELECT ${ID[by]} AS id, 1 AS due, (verdict IS NOT DISTINCT FROM 'in-time')::int AS met, 0 AS closed, 0 AS for_good
         FROM analytics.counted_duties WHERE ${due}
         UNION ALL
         SELECT ${ID[by]}, 0, 0, 1, for_good::int FROM analytics.counted_closings WHERE ${closed}
       ) AS counted GROUP BY id ORDER BY id NULLS LAST`,
      where.values,
    );
  }
}
