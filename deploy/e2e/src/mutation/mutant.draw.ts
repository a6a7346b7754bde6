import { createHash } from 'node:crypto';
import type { Mutant } from '@stryker-mutator/api/core';

/** What a mutant is told by; Stryker counts lines from 0 where mutants are checked and from 1 where they are reported. */
export type Drawn = Pick<Mutant, 'fileName' | 'mutatorName' | 'replacement' | 'id'>;

/** The lot of a mutant under a seed: the same mutant draws the same lot whenever it is asked. Lots sort as text. */
export function lotOf({ fileName, mutatorName, replacement, id }: Drawn, seed: number): string {
  const place = fileName.slice(fileName.lastIndexOf('libs/'));
  return createHash('sha256')
    .update(JSON.stringify([seed, place, mutatorName, replacement, id]))
    .digest('hex');
}

/** The highest lot among the `sample` lowest: whoever draws no higher is in the sample. */
export function highestDrawn(mutants: readonly Drawn[], sample: number, seed: number): string {
  const lots = mutants.map((mutant) => lotOf(mutant, seed)).sort();
  return lots[Math.min(sample, lots.length) - 1] ?? '';
}
