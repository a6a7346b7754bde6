import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { FigureConditions } from './figure.conditions.ts';
import { periodOf } from './period.ts';

/** What complaints are compared by over time. */
export const TREND_BY = ['category', 'department', 'channel', 'level'] as const;
export type TrendBy = (typeof TREND_BY)[number];

/** How many complaints were registered in a month. */
export interface TrendRow {
  readonly id: string;
  readonly month: string;
  readonly count: number;
}

const ID: Readonly<Record<TrendBy, string>> = {
  category: 'category',
  department: 'happening.department_id',
  channel: 'complaint.channel',
  level: 'complaint.level',
};

/** The SQL of the trends (IMP-1). */
@Injectable()
export class TrendQueries {
  /** Registered from the first month to the last one; a complaint with several categories counts once in each. */
  counts(tx: Tx, by: TrendBy, from: string, to: string, timeZone: string): Promise<TrendRow[]> {
    const where = new FigureConditions(timeZone);
    const categories = by === 'category' ? 'CROSS JOIN unnest(complaint.categories) AS category' : '';
    const [first, last] = [where.midnight(periodOf(from).fromDay), where.midnight(periodOf(to).untilDay)];
    return tx.query<TrendRow>(
      `SELECT ${ID[by]} AS id, to_char(happening.at AT TIME ZONE ${where.value(timeZone)}, 'YYYY-MM') AS month,
         count(DISTINCT complaint.id)::int AS count
       FROM analytics.happenings AS happening
         JOIN analytics.complaints AS complaint ON complaint.id = happening.complaint_id ${categories}
       WHERE NOT complaint.drill AND happening.code = 'registered' AND happening.at >= ${first} AND happening.at < ${last}
       GROUP BY 1, 2`,
      where.values,
    );
  }
}
