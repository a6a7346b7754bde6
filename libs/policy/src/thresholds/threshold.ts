import type { Addressee, Budget } from '../pack/pack.ts';
import type { Words } from '../words.ts';

/** One of the things that may be done when a threshold has been crossed; which one was taken is recorded. */
export interface ThresholdChoice {
  readonly code: string;
  readonly title: Words;
}

/** Who is told of a crossing: there is no complaint, so neither owner nor backup. */
export type ThresholdTells = Extract<Addressee, { kind: 'department-head' | 'role' }>;

/** A hard threshold of the floor, such as four cars in the bays: who comes at once, and what may be done (WRK-21). */
export interface Threshold {
  readonly code: string;
  readonly title: Words;
  /** What is measured, by the name that facts from outside bear. */
  readonly measure: string;
  /** Crossed from this value on; one of the three says where it is crossed. */
  readonly atLeast: number | null;
  /** Crossed by what is more than this. */
  readonly above: number | null;
  /** Crossed by what is less than this: stock, people on duty. */
  readonly below?: number | undefined;
  /** Cleared by what is less than this. Between the two it stays as it is. */
  readonly clearsBelow?: number | undefined;
  /** Of `below`: cleared from this value on. */
  readonly clearsFrom?: number | undefined;
  /** Whether it is crossed once for a place, or once for each item there. */
  readonly per: 'place' | 'item';
  readonly tells: readonly ThresholdTells[];
  readonly choices: readonly ThresholdChoice[];
  /** Calendar time in which one of the choices is taken. */
  readonly within: Budget;
  /** Who hears that nobody has chosen by then; the next head above where the pack names nobody. */
  readonly lateTells?: readonly ThresholdTells[] | undefined;
}

/** What a measured value does: a crossing begins, the one that stands is over, or nothing changes. */
export type ThresholdStep = 'crosses' | 'clears' | 'nothing';

/** Once per crossing: what stands crossed is crossed again only after it has cleared (WRK-21). Pure. */
export function thresholdStep(threshold: Threshold, stands: boolean, value: number): ThresholdStep {
  if (stands) return isClearedBy(threshold, value) ? 'clears' : 'nothing';
  return isCrossedBy(threshold, value) ? 'crosses' : 'nothing';
}

function isCrossedBy({ atLeast, above, below }: Threshold, value: number): boolean {
  const up = (atLeast !== null && value >= atLeast) || (above !== null && value > above);
  return up || (below !== undefined && value < below);
}

function isClearedBy({ clearsBelow, clearsFrom }: Threshold, value: number): boolean {
  return (clearsBelow !== undefined && value < clearsBelow) || (clearsFrom !== undefined && value >= clearsFrom);
}

/**
 * Who hears that nobody has chosen in time: whom the pack names for it, else the nearest head above; of both only who does
 * not know of the crossing already (WRK-21). `headsAbove` begins with the head of the place itself.
 */
export function toldWhenLate(
  told: readonly string[],
  named: readonly string[],
  headsAbove: readonly string[],
): readonly string[] {
  const newly = (people: readonly string[]) => people.filter((person) => !told.includes(person));
  const asNamed = newly(named);
  return asNamed.length > 0 ? asNamed : newly(headsAbove).slice(0, 1);
}
