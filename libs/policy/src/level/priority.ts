import type { Facts } from '../conditions/condition.ts';

/** The four dimensions that order work inside a level (INT-18); one that nobody has judged counts as 1, the least. */
export interface Dimensions {
  readonly urgency: number | null;
  readonly severity: number | null;
  readonly prevalence: number | null;
  readonly customerImportance: number | null;
}

/** Of the facts that a complaint was graded by. */
export function dimensionsOf(facts: Facts): Dimensions {
  const figure = (fact: keyof Dimensions) => {
    const value = facts[fact];
    return typeof value === 'number' ? value : null;
  };
  return {
    urgency: figure('urgency'),
    severity: figure('severity'),
    prevalence: figure('prevalence'),
    customerImportance: figure('customerImportance'),
  };
}

/** Urgency × impact × customer importance, 1–64, where impact is the greater of severity and prevalence (INT-18). */
export function priorityOf(dimensions: Dimensions): number {
  const impact = Math.max(dimensions.severity ?? 1, dimensions.prevalence ?? 1);
  return (dimensions.urgency ?? 1) * impact * (dimensions.customerImportance ?? 1);
}
