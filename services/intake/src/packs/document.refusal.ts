import type { Checked, Problem } from '@redress/packs';
import { InputError } from '@redress/service-kit';

const MOST_PROBLEMS = 100;

/** What a document of rules was compiled to. Throws InputError with everything wrong in it, by line and column. */
export function compiledOrRefused<Compiled>(checked: Checked<Compiled>, what: 'pack' | 'calendar'): Compiled {
  if (checked.ok) return checked.compiled;
  const faults = checked.problems.slice(0, MOST_PROBLEMS).map(({ document: extended, ...place }: Problem) => ({
    path: extended === undefined ? 'document' : `document of ${extended}`,
    ...place,
  }));
  const sentence = `The document is no ${what} yet; see errors for each mistake.`;
  throw new InputError(faults, `${what}-has-mistakes`, sentence, 422);
}
