import { kpiOf } from '@redress/policy';
import { NOBODY, type ComplaintsFilter } from './complaints.query.ts';
import { figureOf, type Figure } from './figure.view.ts';
import type { KpiView } from './figures.view.ts';
import type { KpiBy, KpiRow } from './kpi.queries.ts';

/** The KPIs of one person or department (IMP-2). Surveys are not in the facts yet: satisfaction drops out, marked. */
export function kpiFigures(row: KpiRow, by: KpiBy, period: string): KpiView['items'][number] {
  const { id, dutiesDue, dutiesMetInTime, closed, closedForGood } = row;
  const part = (kpi: ComplaintsFilter['kpi'], count: number): Figure =>
    figureOf(count, { kpi, kpiPeriod: period, ...countedFor(id, by) });
  return {
    id,
    dutiesDue: part('due', dutiesDue),
    dutiesLate: part('late', dutiesDue - dutiesMetInTime),
    closed: part('closed', closed),
    closedForGood: part('closed-for-good', closedForGood),
    ...kpiOf({ dutiesDue, dutiesMetInTime, closed, closedForGood, resultScores: [] }),
  };
}

/** A complaint always has a department; it may have no owner. */
function countedFor(id: string | null, by: KpiBy): ComplaintsFilter {
  if (by === 'person') return { kpiPerson: id ?? NOBODY };
  return id === null ? {} : { kpiDepartmentId: id };
}
