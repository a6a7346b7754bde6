import type { Addressee, Budget } from '../pack/pack.ts';
import type { Words } from '../words.ts';

/** One of the things that may be done when a threshold has been crossed; which one was taken is recorded. */
export interface ThresholdChoice {
  readonly code: string;
  readonly title: Words;
}

/** A hard threshold of the floor, such as four cars in the bays: who comes at once, and what may be done (WRK-21). */
export interface Threshold {
  readonly code: string;
  readonly title: Words;
  /** What is measured, by the name that facts from outside bear. */
  readonly measure: string;
  /** Crossed from this value on; null where `above` says it. */
  readonly atLeast: number | null;
  /** Crossed by what is more than this; null where `atLeast` says it. */
  readonly above: number | null;
  /** Cleared by what is less than this. Between the two it stays as it is. */
  readonly clearsBelow: number;
  /** Whether it is crossed once for a place, or once for each item there. */
  readonly per: 'place' | 'item';
  readonly tells: readonly Extract<Addressee, { kind: 'department-head' | 'role' }>[];
  readonly choices: readonly ThresholdChoice[];
  /** Calendar time in which one of the choices is taken. */
  readonly within: Budget;
}

/** What a measured value does: a crossing begins, the one that stands is over, or nothing changes. */
export type ThresholdStep = 'crosses' | 'clears' | 'nothing';

/** Once per crossing: what stands crossed is crossed again only after it has cleared (WRK-21). Pure. */
export function thresholdStep(threshold: Threshold, stands: boolean, value: number): ThresholdStep {
  if (stands) return value < threshold.clearsBelow ? 'clears' : 'nothing';
  return isCrossedBy(threshold, value) ? 'crosses' : 'nothing';
}

function isCrossedBy({ atLeast, above }: Threshold, value: number): boolean {
  return (atLeast !== null && value >= atLeast) || (above !== null && value > above);
}
