import { checkPack, type CompiledPack, type Problem, type Surroundings } from '@redress/packs';
import { InputError } from '@redress/service-kit';

const MOST_PROBLEMS = 100;

/** The pack of a document. Throws InputError with everything wrong in it, by line and column. */
export function compiledOrRefused(document: string, surroundings: Surroundings): CompiledPack {
  const checked = checkPack(document, surroundings);
  if (checked.ok) return checked.compiled;
  const faults = checked.problems.slice(0, MOST_PROBLEMS).map(({ document: extended, ...place }: Problem) => ({
    path: extended === undefined ? 'document' : `document of ${extended}`,
    ...place,
  }));
  throw new InputError(faults, 'pack-has-mistakes', 'The document is no pack yet; see errors for each mistake.', 422);
}
