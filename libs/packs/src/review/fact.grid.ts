import { GRADING_FACTS, holds, type Condition, type Facts, type FactValue, type GradingFact } from '@redress/policy';

type Leaf = Extract<Condition, { fact: string }>;

/** Figures that people give from 1 to 4, and the on-site grade. */
const SCALES: Readonly<Record<string, readonly number[]>> = {
  severity: [1, 2, 3, 4],
  urgency: [1, 2, 3, 4],
  prevalence: [1, 2, 3, 4],
  customerImportance: [1, 2, 3, 4],
  agitation: [0, 1, 2, 3],
};
/** More combinations are not tried; no rulebook that people wrote came near it. */
const MOST_POINTS = 50_000;

/**
 * Every combination of facts that the conditions can tell apart: of two values that no comparison tells apart one is
 * taken. Null where there would be too many to try.
 */
export function gridOf(conditions: readonly Condition[]): Facts[] | null {
  const leaves = conditions.flatMap(leavesOf);
  const names = [...new Set(leaves.map(({ fact }) => fact))];
  const choices = names.map((name) =>
    toldApart(
      name,
      leaves.filter(({ fact }) => fact === name),
    ),
  );
  if (choices.reduce((product, { length }) => product * length, 1) > MOST_POINTS) return null;
  return choices.reduce<Facts[]>(
    (points, values, index) =>
      points.flatMap((point) => values.map((value) => ({ ...point, [names[index] ?? '']: value }))),
    [{}],
  );
}

/** The comparisons that a condition is made of. */
export function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}

function toldApart(fact: string, leaves: readonly Leaf[]): FactValue[] {
  const answers = new Map<string, FactValue>();
  for (const value of candidates(fact, leaves)) {
    const answer = leaves.map((leaf) => Number(holds(leaf, { [fact]: value }))).join('');
    // An unknown figure stays beside a known one that answers alike: nobody has given it yet.
    const key = value === null && typeof candidates(fact, leaves)[0] === 'number' ? `${answer}?` : answer;
    if (!answers.has(key)) answers.set(key, value);
  }
  return [...answers.values()];
}

function candidates(fact: string, leaves: readonly Leaf[]): FactValue[] {
  const kind = GRADING_FACTS[fact as GradingFact];
  if (kind === 'boolean') return [false, true, null];
  const named = leaves.flatMap(valuesIn);
  if (kind === 'text') return [...new Set(['anything else', ...named.map(String)]), null];
  const around = named.flatMap((value) => [Number(value) - 1, Number(value), Number(value) + 1]);
  const scale = SCALES[fact] ?? [...new Set(around)].filter((value) => value >= 0).sort((a, b) => a - b);
  return [...scale, null];
}

function valuesIn(leaf: Leaf): (string | number | boolean)[] {
  if ('is' in leaf) return [leaf.is];
  if ('in' in leaf) return [...leaf.in];
  if ('atLeast' in leaf) return [leaf.atLeast];
  return 'atMost' in leaf ? [leaf.atMost] : [];
}

/** Whether every figure of it has been given. */
export function isSettled(point: Facts): boolean {
  return Object.entries(point).every(
    ([fact, value]) => value !== null || GRADING_FACTS[fact as GradingFact] !== 'number',
  );
}

/** `urgency 3, severity unknown, media yes`; what is no is left out. */
export function factsInWords(point: Facts): string {
  const said = Object.entries(point).flatMap(([fact, value]) => {
    if (value === null) return GRADING_FACTS[fact as GradingFact] === 'number' ? [`${fact} unknown`] : [];
    if (typeof value === 'boolean') return value ? [`${fact} yes`] : [];
    return [`${fact} ${String(value)}`];
  });
  return said.length === 0 ? 'nothing else known' : said.join(', ');
}
