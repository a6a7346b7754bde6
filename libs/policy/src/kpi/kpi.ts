import type { Closing } from '../stage.ts';

/** The counts of one person, team or department in one period (IMP-2). */
export interface KpiFacts {
  /** Duties (respond, solve, department request) due in the period, and those of them met in time. */
  readonly dutiesDue: number;
  readonly dutiesMetInTime: number;
  /** Result score, 1–5, of the last survey of each complaint that was answered. */
  readonly resultScores: readonly number[];
  /** Complaints closed in the period that count, and those solved or settled by reply and not reopened since. */
  readonly closed: number;
  readonly closedForGood: number;
}

/** Shares of the total; they need not add up to 100. */
export interface KpiWeights {
  readonly timeliness: number;
  readonly satisfaction: number;
  readonly resolution: number;
}

/** The figures, each 0–100, null where the part has no data. */
export interface Kpi {
  readonly timeliness: number | null;
  readonly satisfaction: number | null;
  readonly resolution: number | null;
  /** Weighted mean of the parts that have data; null when none has. */
  readonly total: number | null;
  /** A part without data dropped out and the weights were rescaled. */
  readonly marked: boolean;
  /** A part rests on fewer than ten cases. */
  readonly smallNumbers: boolean;
}

export const DEFAULT_KPI_WEIGHTS: KpiWeights = { timeliness: 30, satisfaction: 40, resolution: 30 };

const PARTS = ['timeliness', 'satisfaction', 'resolution'] as const;

/** Below this many cases a figure says little about anybody. */
const SMALL_NUMBER = 10;

const NOT_COUNTED: readonly Closing[] = ['withdrawn', 'merged', 'transferred', 'not-a-complaint'];

/** Computes the KPIs of IMP-2 and their weighted total, not rounded. */
export function kpiOf(facts: KpiFacts, weights: KpiWeights = DEFAULT_KPI_WEIGHTS): Kpi {
  const parts = {
    timeliness: percentOf(facts.dutiesMetInTime, facts.dutiesDue),
    satisfaction: satisfactionOf(facts.resultScores),
    resolution: percentOf(facts.closedForGood, facts.closed),
  };
  const weighed = PARTS.flatMap((part) => {
    const value = parts[part];
    return value === null ? [] : [{ value, weight: weights[part] }];
  });
  return {
    ...parts,
    total: weightedMean(weighed),
    marked: weighed.length < PARTS.length,
    smallNumbers: [facts.dutiesDue, facts.resultScores.length, facts.closed].some((n) => n > 0 && n < SMALL_NUMBER),
  };
}

/** Whether complaints closed this way count in any figure (IMP-2). */
export function countsInFigures(closing: Closing): boolean {
  return !NOT_COUNTED.includes(closing);
}

/** Whether this way of closing counts as resolved, as long as nobody reopens it (IMP-2). */
export function countsAsResolved(closing: Closing): boolean {
  return closing === 'solved' || closing === 'settled-by-reply';
}

/** A share in percent, not rounded; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

/** 1 → 0, 5 → 100. */
function satisfactionOf(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return scores.reduce((sum, score) => sum + (score - 1) * 25, 0) / scores.length;
}

function weightedMean(parts: readonly { value: number; weight: number }[]): number | null {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return weight === 0 ? null : parts.reduce((sum, part) => sum + part.value * part.weight, 0) / weight;
}
