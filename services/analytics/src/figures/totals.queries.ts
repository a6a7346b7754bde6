import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { ACKNOWLEDGED_IN_TIME, OPEN } from './complaints.conditions.ts';
import type { TotalsView } from './figures.view.ts';

/** The SQL of the totals. */
@Injectable()
export class TotalsQueries {
  async counts(tx: Tx): Promise<Omit<TotalsView, 'escalatedByRung'>> {
    const [row] = await tx.query<Omit<TotalsView, 'escalatedByRung'>>(
      `SELECT count(*) FILTER (WHERE NOT drill)::int AS filed,
         count(*) FILTER (WHERE NOT drill AND ${ACKNOWLEDGED_IN_TIME})::int AS "acknowledgedInTime",
         coalesce(sum(returned) FILTER (WHERE NOT drill), 0)::int AS returned,
         coalesce(sum(reopened) FILTER (WHERE NOT drill), 0)::int AS reopened,
         count(*) FILTER (WHERE NOT drill AND NOT ${OPEN})::int AS closed,
         count(*) FILTER (WHERE NOT drill AND stage = 'ended')::int AS ended,
         count(*) FILTER (WHERE drill)::int AS drills,
         coalesce(sum(gaps - filled), 0)::int AS gaps
       FROM analytics.complaints AS complaint`,
    );
    if (row === undefined) throw new Error('a count without groups has a row');
    return row;
  }

  async escalatedByRung(tx: Tx): Promise<Record<string, number>> {
    const rows = await tx.query<{ rung: string; count: number }>(
      `SELECT rung, count(*)::int AS count
       FROM analytics.rungs AS rung JOIN analytics.complaints AS complaint ON complaint.id = rung.complaint_id
       WHERE NOT rung.warning AND NOT complaint.drill GROUP BY rung ORDER BY rung`,
    );
    return Object.fromEntries(rows.map(({ rung, count }) => [rung, count]));
  }
}
