import { z } from 'zod';
import { figure } from './figure.view.ts';
import { TREND_BY } from './trend.queries.ts';

const instant = z.iso.datetime();
const percent = z.number().min(0).max(100).nullable();

/** Open work as it stands (IMP-1). */
export const liveView = z
  .strictObject({
    asOf: instant.describe('domain time by which overdue is told'),
    open: figure,
    serious: figure,
    overdue: figure.describe('open complaints with a duty whose due instant has passed'),
    byLevel: z.array(figure.extend({ level: z.string() })),
    byStage: z.array(figure.extend({ stage: z.string() })),
    byDepartment: z.array(figure.extend({ departmentId: z.string() })),
    byClock: z.array(z.strictObject({ kind: z.string(), running: figure, overdue: figure })),
  })
  .meta({ id: 'LiveFigures' });

/** What the daily figures count, each the number of times it happened that day. */
export const DAILY_COUNTS = [
  ...['registered', 'acknowledged', 'warned', 'escalated', 'returned', 'told', 'closed', 'reopened', 'ended'],
] as const;

const dailyLine = z.strictObject({
  day: z.iso.date(),
  departmentId: z.string().describe('who had the complaint when it happened'),
  counts: z.record(z.string(), figure),
  categories: z.array(figure.extend({ category: z.string() })).describe('of the complaints registered that day'),
});

/** Days on which something happened, by department; a day without a line had nothing. */
export const dailyView = z
  .strictObject({ timeZone: z.string(), items: z.array(dailyLine) })
  .meta({ id: 'DailyFigures' });

const kpiLine = z.strictObject({
  id: z.string().nullable().describe('person, team or department; null: nobody held the duty or owned the complaint'),
  dutiesDue: figure,
  dutiesLate: figure,
  answered: figure.describe(
    'complaints whose last survey was answered in the period: what satisfaction is the mean of',
  ),
  surveysSent: figure,
  surveysAnswered: figure.describe('of those sent in the period'),
  responseRate: percent,
  closed: figure,
  closedForGood: figure,
  firstRound: figure.describe('closed for good without a second round'),
  firstRoundShare: percent,
  followUps: figure.describe('checks made in the period that the problem stays solved'),
  followUpsPassed: figure,
  timeliness: percent.describe('duties respond, solve and department request'),
  satisfaction: percent,
  resolution: percent,
  total: percent,
  marked: z.boolean().describe('a part without data dropped out, the weights were rescaled'),
  smallNumbers: z.boolean().describe('a part rests on so few cases that it says little'),
  weights: z
    .strictObject({ timeliness: z.number(), satisfaction: z.number(), resolution: z.number() })
    .describe('of the parts in the total, as the pack in force at the end of the period sets them'),
});

/** The KPIs of IMP-2. */
export const kpiView = z
  .strictObject({
    by: z.enum(['person', 'team', 'department']),
    period: z.string(),
    fromDay: z.iso.date(),
    untilDay: z.iso.date().describe('first day after the period'),
    timeZone: z.string(),
    items: z.array(kpiLine),
  })
  .meta({ id: 'KpiFigures' });

const trendLine = z.strictObject({
  id: z.string().describe('category, department, channel or level'),
  total: z.int(),
  periods: z.array(figure.extend({ period: z.string() })).describe('complaints registered, the earliest period first'),
});

/** What is complained of, the most frequent first, and how it develops (IMP-1). */
export const trendView = z
  .strictObject({ by: z.enum(TREND_BY), timeZone: z.string(), items: z.array(trendLine) })
  .meta({ id: 'Trends' });

/** Totals since the first fact, drills left out: for reconciliation with the register. */
export const totalsView = z
  .strictObject({
    filed: z.int(),
    acknowledgedInTime: z.int().describe('a person made the first contact before the respond duty fell due'),
    escalatedByRung: z.record(z.string(), z.int()),
    returned: z.int().describe('times'),
    reopened: z.int().describe('times'),
    closed: z.int().describe('complaints that stand closed, the ended among them'),
    ended: z.int(),
    drills: z.int().describe('complaints of drills, which no other figure counts'),
    gaps: z.int().describe('facts that were skipped and have not come since'),
  })
  .meta({ id: 'FigureTotals' });

export type LiveView = z.output<typeof liveView>;
export type DailyView = z.output<typeof dailyView>;
export type KpiView = z.output<typeof kpiView>;
export type TrendView = z.output<typeof trendView>;
export type TotalsView = z.output<typeof totalsView>;
