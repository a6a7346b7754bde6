import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { FigureConditions } from './figure.conditions.ts';
import type { DailyQuery } from './figures.query.ts';
import { DAILY_COUNTS } from './figures.view.ts';
import { dayAfter } from './period.ts';

/** How often something happened on a day in a department. */
export interface DailyRow {
  readonly day: string;
  readonly departmentId: string;
  readonly code: string;
  readonly count: number;
}

/** How many complaints of a category were registered on a day in a department. */
export interface CategoryRow {
  readonly day: string;
  readonly departmentId: string;
  readonly category: string;
  readonly count: number;
}

/** The SQL of the daily figures, derived from what happened. */
@Injectable()
export class DailyQueries {
  counts(tx: Tx, query: DailyQuery, timeZone: string): Promise<DailyRow[]> {
    const where = happenedIn(query, timeZone);
    where.add(`happening.code = ANY(${where.value(DAILY_COUNTS)})`);
    return tx.query<DailyRow>(
      `SELECT ${dayOf(where, timeZone)} AS day, happening.department_id AS "departmentId", happening.code, count(*)::int AS count
       FROM ${HAPPENINGS} WHERE ${where.text} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      where.values,
    );
  }

  /** A complaint with several categories counts once in each. */
  categories(tx: Tx, query: DailyQuery, timeZone: string): Promise<CategoryRow[]> {
    const where = happenedIn(query, timeZone);
    where.add(`happening.code = 'registered'`);
    return tx.query<CategoryRow>(
      `SELECT ${dayOf(where, timeZone)} AS day, happening.department_id AS "departmentId", category, count(*)::int AS count
       FROM ${HAPPENINGS} CROSS JOIN unnest(complaint.categories) AS category
       WHERE ${where.text} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      where.values,
    );
  }
}

const HAPPENINGS = `analytics.happenings AS happening
  JOIN analytics.complaints AS complaint ON complaint.id = happening.complaint_id`;

function happenedIn({ from, to, departmentId }: DailyQuery, timeZone: string): FigureConditions {
  const where = new FigureConditions(timeZone);
  where.add('NOT complaint.drill');
  where.add(`happening.at >= ${where.midnight(from)} AND happening.at < ${where.midnight(dayAfter(to))}`);
  where.addEqual('happening.department_id', departmentId);
  return where;
}

function dayOf(where: FigureConditions, timeZone: string): string {
  return `to_char(happening.at AT TIME ZONE ${where.value(timeZone)}, 'YYYY-MM-DD')`;
}
