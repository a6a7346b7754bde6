import { createHash } from 'node:crypto';
import type { Mutant } from '@stryker-mutator/api/core';

/** What a mutant is told by. */
export type Drawn = Pick<Mutant, 'fileName' | 'mutatorName' | 'replacement' | 'id'>;

/** The lot of a mutant under a seed: the same mutant draws the same lot whenever it is asked. Lots sort as text. */
export function lotOf({ fileName, mutatorName, replacement, id }: Drawn, seed: number): string {
  const place = fileName.slice(fileName.lastIndexOf('libs/'));
  return createHash('sha256')
    .update(JSON.stringify([seed, place, mutatorName, replacement, id]))
    .digest('hex');
}

/**
 * The ids of `sample` mutants that compile, by the order of their lots: so many are put to the compiler at a time as are
 * still wanting. All that compile, where there are fewer.
 */
export async function drawCompiling<One extends Drawn>(
  mutants: readonly One[],
  { sample, seed }: { readonly sample: number; readonly seed: number },
  compiling: (some: readonly One[]) => Promise<readonly string[]>,
): Promise<ReadonlySet<string>> {
  const lots = new Map(mutants.map((mutant) => [mutant, lotOf(mutant, seed)]));
  const waiting = [...mutants].sort((a, b) => ((lots.get(a) ?? '') < (lots.get(b) ?? '') ? -1 : 1));
  const drawn = new Set<string>();
  while (drawn.size < sample && waiting.length > 0) {
    for (const id of await compiling(waiting.splice(0, sample - drawn.size))) drawn.add(id);
  }
  return drawn;
}
