import type { ComplaintsFilter } from './complaints.query.ts';
import { figureOf, type Figure } from './figure.view.ts';
import type { TrendView } from './figures.view.ts';
import { periodHolding, type PeriodUnit } from './period.ts';
import type { TrendBy, TrendRow } from './trend.queries.ts';

const FILTER: Readonly<Record<TrendBy, (id: string) => ComplaintsFilter>> = {
  category: (category) => ({ category }),
  department: (happenedDepartmentId) => ({ happenedDepartmentId }),
  channel: (channel) => ({ channel }),
  level: (level) => ({ level }),
};

/** What was complained of, the most frequent first, period by period, each number with its complaints (IMP-1). */
export function trendFigures(
  rows: readonly TrendRow[],
  by: TrendBy,
  unit: PeriodUnit,
  periods: readonly string[],
): TrendView['items'] {
  const counts = new Map<string, number>();
  for (const { id, month, count } of rows) {
    const place = `${periodHolding(unit, month)} ${id}`;
    counts.set(place, (counts.get(place) ?? 0) + count);
  }
  const figure = (id: string, period: string): Figure =>
    figureOf(counts.get(`${period} ${id}`) ?? 0, { happened: 'registered', happenedIn: period, ...FILTER[by](id) });
  return [...new Set(rows.map(({ id }) => id))]
    .map((id) => ({ id, periods: periods.map((period) => ({ period, ...figure(id, period) })) }))
    .map((line) => ({ ...line, total: line.periods.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
}
