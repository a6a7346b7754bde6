import type { Condition } from '@redress/policy';
import { CASE_FACTS, GRADING_FACTS } from '@redress/policy';
import { z } from 'zod';
import { suggestion } from './nearest.ts';

interface Wrong {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const RIGHT =
  'write `all: […]`, `any: […]`, `not: …`, or `fact: …` with one of `is`, `in`, `atLeast`, `atMost`, `known` beside it';
const COMPARISONS = ['is', 'in', 'atLeast', 'atMost', 'known'] as const;
type Comparison = (typeof COMPARISONS)[number];
type FactKind = 'number' | 'boolean' | 'text';

type Known = Readonly<Record<string, FactKind>>;

/** A typed match object over the facts of grading; never an expression to run. */
export const condition = conditionOver('condition', GRADING_FACTS, 'fact of grading');
/** The same over what is known of a complaint while it lives: beside the facts of grading its level, class, round … */
export const caseCondition = conditionOver('caseCondition', CASE_FACTS, 'fact of a complaint');

function conditionOver(id: string, known: Known, what: string) {
  return described(id, known).transform((value, context): Condition => {
    const wrong = faultsOf(value, [], { known, what });
    for (const { path, message } of wrong) context.addIssue({ code: 'custom', message, path: [...path] });
    return wrong.length === 0 ? (value as Condition) : z.NEVER;
  });
}

/** How an editor is told of it: a fact with what its kind may be asked, or a combination. */
function described(id: string, known: Known) {
  const itself = { $ref: `#/definitions/${id}` };
  return z.unknown().meta({
    id,
    description:
      'A condition over the facts of a complaint: `fact` with one comparison, or `all`, `any`, `not` of others',
    anyOf: [
      ...(['all', 'any'] as const).map((word) => combination(word, { type: 'array', items: itself })),
      combination('not', itself),
      ...Object.entries(known).flatMap(([fact, kind]) =>
        comparisonsOf(kind).map(([comparison, value]) => ({
          type: 'object',
          properties: { fact: { const: fact }, [comparison]: value },
          required: ['fact', comparison],
          additionalProperties: false,
        })),
      ),
    ],
  });
}

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

interface Asked {
  readonly known: Known;
  readonly what: string;
}

function faultsOf(value: unknown, path: Wrong['path'], asked: Asked): Wrong[] {
  if (!isMap(value)) return [{ path, message: `this is no condition; ${RIGHT}` }];
  const keys = Object.keys(value);
  const [key = ''] = keys;
  if (keys.length === 1 && (key === 'all' || key === 'any')) return partsOf(value[key], [...path, key], asked);
  if (keys.length === 1 && key === 'not') return faultsOf(value['not'], [...path, 'not'], asked);
  if (keys.length === 2 && 'fact' in value) return comparisonFaults(value, path, asked);
  return [{ path, message: `this is no condition; ${RIGHT}` }];
}

function partsOf(value: unknown, path: Wrong['path'], asked: Asked): Wrong[] {
  if (!Array.isArray(value)) return [{ path, message: 'write a list of conditions' }];
  return value.flatMap((part, index) => faultsOf(part, [...path, index], asked));
}

function comparisonFaults(value: Record<string, unknown>, path: Wrong['path'], { known, what }: Asked): Wrong[] {
  const fact = value['fact'];
  const kind = typeof fact === 'string' ? known[fact] : undefined;
  if (typeof fact !== 'string' || kind === undefined) {
    const message = `\`${String(fact)}\` is no ${what}; ${suggestion(String(fact), Object.keys(known))}`;
    return [{ path: [...path, 'fact'], message }];
  }
  const comparison = COMPARISONS.find((one) => one in value);
  if (comparison === undefined) return [{ path, message: `nothing is asked of \`${fact}\`; ${RIGHT}` }];
  const fault = valueFault(fact, kind, comparison, value[comparison]);
  return fault === null ? [] : [{ path: [...path, comparison], message: fault }];
}

function valueFault(fact: string, kind: Known[string], comparison: Comparison, wanted: unknown): string | null {
  if (comparison === 'known') return typeof wanted === 'boolean' ? null : 'write `known: true` or `known: false`';
  if (kind === 'boolean') {
    return comparison === 'is' && typeof wanted === 'boolean' ? null : `\`${fact}\` is yes or no: write \`is: true\``;
  }
  const isRight = (one: unknown) => typeof one === (kind === 'number' ? 'number' : 'string');
  const expected = kind === 'number' ? 'a number' : 'a text';
  if (comparison === 'in') {
    return Array.isArray(wanted) && wanted.length > 0 && wanted.every(isRight)
      ? null
      : `write a list of which each is ${expected}`;
  }
  if (comparison !== 'is' && kind === 'text') return `\`${fact}\` is a text: write \`is\` or \`in\``;
  return isRight(wanted) ? null : `\`${fact}\` is ${expected}: write \`${comparison}\` with ${expected}`;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
