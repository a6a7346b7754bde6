/** A floor and the product's value, measured in turns in one run. */
export interface Pair {
  readonly floor: number;
  readonly value: number;
}

/** What the bench has found for one question. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** What the floor is; null for a figure that stands alone. */
  readonly against: string | null;
  /** A round each. For a figure that stands alone the floor is 1. */
  readonly rounds: readonly Pair[];
  readonly target: Target | null;
  /** How many single measurements stand behind a round. */
  readonly n: number;
  /** What else the reader should know. */
  readonly note?: string;
}

export interface Target {
  readonly sense: 'at least' | 'at most';
  readonly bound: number;
}

/** The middle one; of an even number the mean of the two in the middle. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error('there is no median of nothing');
  return (low + high) / 2;
}

/** The value below which so many of a hundred lie (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new Error('there is no percentile of nothing');
  return found;
}

/** Value by floor, of each round. */
export function ratios({ rounds }: Figure): number[] {
  return rounds.map(({ floor, value }) => value / floor);
}

/** False when there is a target and the median of the ratios misses it. */
export function isMet(figure: Figure): boolean {
  if (figure.target === null) return true;
  const ratio = median(ratios(figure));
  return figure.target.sense === 'at least' ? ratio >= figure.target.bound : ratio <= figure.target.bound;
}
