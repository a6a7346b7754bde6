import { z } from 'zod';
import { daysBetween, isPeriod, PERIOD_UNITS, periodsBetween } from './period.ts';
import { TREND_BY } from './trend.queries.ts';

const MOST_DAYS = 366;
const MOST_PERIODS = 60;

/** What is no day is not looked at any further: only days can be compared. */
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, { error: 'is a day such as 2026-11-23', abort: true })
  .refine(isPeriod, { error: 'is no day of the calendar', abort: true });

/** The days asked for, both counted. */
export const dailyQuery = z
  .strictObject({ from: day, to: day, departmentId: z.string().min(1).max(64).optional() })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) <= MOST_DAYS, {
    path: ['to'],
    message: `is not before from, and at most ${MOST_DAYS} days are shown at once`,
  });

const month = z
  .string()
  .regex(/^\d{4}-\d\d$/, { error: 'is a month such as 2026-11', abort: true })
  .refine(isPeriod, { error: 'is no month of the calendar', abort: true });

/** From the period that holds the month `from` to the one that holds `to`. */
export const trendQuery = z
  .strictObject({
    by: z.enum(TREND_BY),
    period: z.enum(PERIOD_UNITS).default('month'),
    from: month,
    to: month,
  })
  .refine(({ from, to, period }) => from <= to && periodsBetween(period, from, to).length <= MOST_PERIODS, {
    path: ['to'],
    message: `is not before from, and at most ${MOST_PERIODS} periods are shown at once`,
  });

/** `from` is a month of the period wanted: with `quarter` and `2026-11`, October to December. */
export const kpiQuery = z.strictObject({
  by: z.enum(['person', 'team', 'department']).describe('team: the people of a department, whoever has the complaint'),
  period: z.enum(PERIOD_UNITS).default('month'),
  from: month,
});

export type DailyQuery = z.output<typeof dailyQuery>;
export type TrendQuery = z.output<typeof trendQuery>;
export type KpiQuery = z.output<typeof kpiQuery>;
