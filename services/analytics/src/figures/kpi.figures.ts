import { kpiOf, percentOf, type KpiWeights } from '@redress/policy';
import { NOBODY, type ComplaintsFilter } from './complaints.query.ts';
import { figureOf, type Figure } from './figure.view.ts';
import type { KpiView } from './figures.view.ts';
import type { KpiPart } from './kpi.parts.ts';
import type { KpiBy, KpiRow } from './kpi.queries.ts';

/** The KPIs of one person, team or department, each count with the complaints behind it (IMP-2). */
export function kpiFigures(row: KpiRow, by: KpiBy, period: string, weights: KpiWeights): KpiView['items'][number] {
  const { id, counts, resultScores } = row;
  const part = (kpi: KpiPart): Figure => figureOf(counts[kpi], { kpi, kpiPeriod: period, ...countedFor(id, by) });
  const [dutiesDue, closed, closedForGood] = [counts.due, counts.closed, counts['closed-for-good']];
  return {
    id,
    dutiesDue: part('due'),
    dutiesLate: part('late'),
    answered: part('answered'),
    surveysSent: part('survey-sent'),
    surveysAnswered: part('survey-came-back'),
    responseRate: percentOf(counts['survey-came-back'], counts['survey-sent']),
    closed: part('closed'),
    closedForGood: part('closed-for-good'),
    firstRound: part('first-round'),
    firstRoundShare: percentOf(counts['first-round'], closed),
    followUps: part('followed-up'),
    followUpsPassed: part('stays-solved'),
    ...kpiOf({ dutiesDue, dutiesMetInTime: dutiesDue - counts.late, closed, closedForGood, resultScores }, weights),
    weights,
  };
}

/** A complaint always has a department; it may have no owner, and its owner may be known in no team. */
function countedFor(id: string | null, by: KpiBy): ComplaintsFilter {
  if (by === 'person') return { kpiPerson: id ?? NOBODY };
  if (by === 'team') return { kpiTeamId: id ?? NOBODY };
  return id === null ? {} : { kpiDepartmentId: id };
}
