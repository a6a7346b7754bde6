import type { Condition, GradingFact } from '@redress/policy';
import { GRADING_FACTS } from '@redress/policy';
import { z } from 'zod';
import { suggestion } from './nearest.ts';

interface Wrong {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const ITSELF = { $ref: '#/definitions/condition' };

const RIGHT =
  'write `all: […]`, `any: […]`, `not: …`, or `fact: …` with one of `is`, `in`, `atLeast`, `atMost`, `known` beside it';
const COMPARISONS = ['is', 'in', 'atLeast', 'atMost', 'known'] as const;
type Comparison = (typeof COMPARISONS)[number];
type FactKind = (typeof GRADING_FACTS)[GradingFact];

/** How an editor is told of it: a fact with what its kind may be asked, or a combination. */
const described = z.unknown().meta({
  id: 'condition',
  description:
    'A condition over the facts of a complaint: `fact` with one comparison, or `all`, `any`, `not` of others',
  anyOf: [
    ...(['all', 'any'] as const).map((word) => combination(word, { type: 'array', items: ITSELF })),
    combination('not', ITSELF),
    ...Object.entries(GRADING_FACTS).flatMap(([fact, kind]) =>
      comparisonsOf(kind).map(([comparison, value]) => ({
        type: 'object',
        properties: { fact: { const: fact }, [comparison]: value },
        required: ['fact', comparison],
        additionalProperties: false,
      })),
    ),
  ],
});

/** A typed match object over the facts of grading; never an expression to run. */
export const condition = described.transform((value, context): Condition => {
  const wrong = faultsOf(value, []);
  for (const { path, message } of wrong) context.addIssue({ code: 'custom', message, path: [...path] });
  return wrong.length === 0 ? (value as Condition) : z.NEVER;
});

function combination(word: string, value: object): object {
  return { type: 'object', properties: { [word]: value }, required: [word], additionalProperties: false };
}

/** What a fact of that kind may be asked, with the schema of the answer. */
function comparisonsOf(kind: FactKind): [Comparison, object][] {
  const known: [Comparison, object] = ['known', { type: 'boolean' }];
  if (kind === 'boolean') return [['is', { type: 'boolean' }], known];
  const value = { type: kind === 'number' ? 'number' : 'string' };
  const in_: [Comparison, object] = ['in', { type: 'array', minItems: 1, items: value }];
  const least: [Comparison, object][] = [
    ['atLeast', value],
    ['atMost', value],
  ];
  return [['is', value], in_, ...(kind === 'number' ? least : []), known];
}

function faultsOf(value: unknown, path: Wrong['path']): Wrong[] {
  if (!isMap(value)) return [{ path, message: `this is no condition; ${RIGHT}` }];
  const keys = Object.keys(value);
  const [key = ''] = keys;
  if (keys.length === 1 && (key === 'all' || key === 'any')) return partsOf(value[key], [...path, key]);
  if (keys.length === 1 && key === 'not') return faultsOf(value['not'], [...path, 'not']);
  if (keys.length === 2 && 'fact' in value) return comparisonFaults(value, path);
  return [{ path, message: `this is no condition; ${RIGHT}` }];
}

function partsOf(value: unknown, path: Wrong['path']): Wrong[] {
  if (!Array.isArray(value)) return [{ path, message: 'write a list of conditions' }];
  return value.flatMap((part, index) => faultsOf(part, [...path, index]));
}

function comparisonFaults(value: Record<string, unknown>, path: Wrong['path']): Wrong[] {
  const fact = value['fact'];
  const known = Object.keys(GRADING_FACTS);
  if (typeof fact !== 'string' || !known.includes(fact)) {
    const message = `\`${String(fact)}\` is no fact of grading; ${suggestion(String(fact), known)}`;
    return [{ path: [...path, 'fact'], message }];
  }
  const comparison = COMPARISONS.find((one) => one in value);
  if (comparison === undefined) return [{ path, message: `nothing is asked of \`${fact}\`; ${RIGHT}` }];
  const fault = valueFault(fact as GradingFact, comparison, value[comparison]);
  return fault === null ? [] : [{ path: [...path, comparison], message: fault }];
}

function valueFault(fact: GradingFact, comparison: Comparison, wanted: unknown): string | null {
  const kind = GRADING_FACTS[fact];
  if (comparison === 'known') return typeof wanted === 'boolean' ? null : 'write `known: true` or `known: false`';
  if (kind === 'boolean') {
    return comparison === 'is' && typeof wanted === 'boolean' ? null : `\`${fact}\` is yes or no: write \`is: true\``;
  }
  const isRight = (one: unknown) => typeof one === (kind === 'number' ? 'number' : 'string');
  const what = kind === 'number' ? 'a number' : 'a text';
  if (comparison === 'in') {
    return Array.isArray(wanted) && wanted.length > 0 && wanted.every(isRight)
      ? null
      : `write a list of which each is ${what}`;
  }
  if (comparison !== 'is' && kind === 'text') return `\`${fact}\` is a text: write \`is\` or \`in\``;
  return isRight(wanted) ? null : `\`${fact}\` is ${what}: write \`${comparison}\` with ${what}`;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
