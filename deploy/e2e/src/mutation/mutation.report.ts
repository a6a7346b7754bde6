import type { MutantResult } from '@stryker-mutator/api/core';

/** What became of the mutants of a sample. */
export interface MutationReport {
  readonly mutants: number;
  readonly killed: number;
  /** Percent of the mutants that the tests have seen. */
  readonly score: number;
  readonly survivors: readonly MutantResult[];
}

const KILLED = ['Killed', 'Timeout'];
const SURVIVED = ['Survived', 'NoCoverage'];

/**
 * Counts the mutants that were run, and those that no test runs at all; one that the checker did not let pass, or that
 * cannot even be loaded, counts for nothing.
 */
export function reportOf(results: readonly MutantResult[]): MutationReport {
  const killed = results.filter(({ status }) => KILLED.includes(status)).length;
  const survivors = results.filter(({ status }) => SURVIVED.includes(status));
  const mutants = killed + survivors.length;
  return { mutants, killed, survivors, score: mutants === 0 ? 0 : (killed / mutants) * 100 };
}

/** The survivors by file and line, each with what stood there in vain. */
export function survivorLines({ survivors }: MutationReport, root: string): string[] {
  const lines = survivors.map(({ fileName, location, mutatorName, replacement, status }) => ({
    place: `${fileName.replace(`${root}/`, '')}:${String(location.start.line).padStart(3)}`,
    what: `${mutatorName}: ${(replacement ?? '').split('\n')[0]}${status === 'NoCoverage' ? ' (no test comes there)' : ''}`,
  }));
  return lines.map(({ place, what }) => `  survived ${place.replace(/: +/, ':')} ${what}`).sort();
}
