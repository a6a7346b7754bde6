import type { BenchRun } from './bench.options.ts';
import type { Pair } from './figure.ts';

/** What is measured against what; each answers one value of a round. */
export interface Turns {
  floor(): Promise<number>;
  value(): Promise<number>;
  /** What each is called where a round is told. */
  readonly called: readonly [floor: string, value: string];
  readonly unit: string;
}

/** Measures floor and value in turns, so that both see the same machine, and tells each round. */
export async function inTurns({ size, say }: BenchRun, { called, unit, ...measure }: Turns): Promise<Pair[]> {
  const rounds: Pair[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    const floor = await measure.floor();
    const value = await measure.value();
    rounds.push({ floor, value });
    say(`  ${called[0]} ${floor.toFixed(1)} ${unit}, ${called[1]} ${value.toFixed(1)} ${unit}`);
  }
  return rounds;
}
