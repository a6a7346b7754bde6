import { existsSync, readFileSync } from 'node:fs';
import { Source, suggestion } from '@redress/packs';
import { GRADING_FACTS, type Facts, type FactValue, type GradingFact } from '@redress/policy';
import { PolicyError } from './policy.error.ts';

/** `urgency=3,media,danger=no`, or a file of YAML or JSON with the facts as fields. Throws PolicyError. */
export function factsFrom(text: string): Facts {
  const written = existsSync(text) ? fieldsOf(text) : pairsOf(text);
  return Object.fromEntries(written.map(([fact, value]) => [known(fact), valueOf(fact, value)]));
}

function fieldsOf(file: string): [string, unknown][] {
  const { value, problems } = new Source(readFileSync(file, 'utf8'));
  const [problem] = problems;
  if (problem !== undefined) throw new PolicyError(`${file}:${problem.line}:${problem.column} ${problem.message}`);
  if (typeof value !== 'object' || value === null)
    throw new PolicyError(`${file}: write a field a fact: \`urgency: 3\`.`);
  return Object.entries(value);
}

function pairsOf(text: string): [string, unknown][] {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return pairs.map((pair) => {
    const [fact = '', value = 'yes'] = pair.split('=').map((part) => part.trim());
    return [fact, value];
  });
}

function known(fact: string): string {
  if (fact in GRADING_FACTS) return fact;
  throw new PolicyError(`\`${fact}\` is no fact of grading; ${suggestion(fact, Object.keys(GRADING_FACTS))}.`);
}

function valueOf(fact: string, value: unknown): FactValue {
  const kind = GRADING_FACTS[fact as GradingFact];
  if (value === null || value === '' || value === 'unknown') return null;
  if (kind === 'text') return String(value);
  if (kind === 'number') {
    const number = Number(value);
    if (Number.isFinite(number) && typeof value !== 'boolean') return number;
    throw new PolicyError(`\`${fact}\` is a number, not \`${String(value)}\`.`);
  }
  if (value === true || value === 'yes' || value === 'true') return true;
  if (value === false || value === 'no' || value === 'false') return false;
  throw new PolicyError(`\`${fact}\` is yes or no, not \`${String(value)}\`.`);
}
