import type { Because } from '../words.ts';
import type { Condition, FactValue, Facts } from './condition.ts';

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

/**
 * Whether the condition holds. A fact that is not there is null, and nothing is true of null but `known: false`. `not`
 * asks only whether the inner condition fails to hold, so `not (severity atLeast 3)` holds of an unknown severity; who
 * means "known and below" writes `severity atMost 2`. An empty `all` holds, an empty `any` does not.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  return leafHolds(condition, facts[condition.fact] ?? null);
}

/** Whether the condition holds, and the comparisons that decided it. */
export function explain(condition: Condition, facts: Facts): { holds: boolean; because: Because[] } {
  if ('all' in condition) return explainParts(condition.all, facts, false);
  if ('any' in condition) return explainParts(condition.any, facts, true);
  if ('not' in condition) {
    const inner = explain(condition.not, facts);
    return { holds: !inner.holds, because: inner.because };
  }
  const value = facts[condition.fact] ?? null;
  const leaf = leafHolds(condition, value);
  return { holds: leaf, because: [becauseOf(condition, value, leaf)] };
}

/**
 * Whether a figure that nobody has given yet could still change the answer: true where the condition is sure to hold,
 * false where it is sure not to, null where it hangs on an unknown figure. A yes/no or a code that was not given counts
 * as no, since an intake form leaves out what is not the case.
 */
export function certainty(condition: Condition, facts: Facts): boolean | null {
  if ('all' in condition) return certaintyOf(condition.all, facts, false);
  if ('any' in condition) return certaintyOf(condition.any, facts, true);
  if ('not' in condition) {
    const inner = certainty(condition.not, facts);
    return inner === null ? null : !inner;
  }
  const value = facts[condition.fact] ?? null;
  if (value === null && ('atLeast' in condition || 'atMost' in condition)) return null;
  return leafHolds(condition, value);
}

function leafHolds(leaf: Leaf, value: FactValue): boolean {
  if ('known' in leaf) return (value !== null) === leaf.known;
  if ('is' in leaf) return isList(value) ? value.some((one) => one === leaf.is) : value === leaf.is;
  if ('in' in leaf) return (isList(value) ? value : [value]).some((one) => leaf.in.some((wanted) => wanted === one));
  if (typeof value !== 'number') return false;
  return 'atLeast' in leaf ? value >= leaf.atLeast : value <= leaf.atMost;
}

function isList(value: FactValue): value is readonly string[] {
  return Array.isArray(value);
}

/** One part with the deciding answer decides: the first that holds for `any`, the first that does not for `all`. */
function explainParts(parts: readonly Condition[], facts: Facts, deciding: boolean) {
  const because: Because[] = [];
  for (const part of parts) {
    const answer = explain(part, facts);
    if (answer.holds === deciding) return answer;
    because.push(...answer.because);
  }
  return { holds: !deciding, because };
}

function certaintyOf(parts: readonly Condition[], facts: Facts, deciding: boolean): boolean | null {
  const answers = parts.map((part) => certainty(part, facts));
  if (answers.includes(deciding)) return deciding;
  return answers.includes(null) ? null : !deciding;
}

/** Figures and yes/no are shown; of a text only the pack's own code, since a text may be a person's words. */
function becauseOf(leaf: Leaf, value: FactValue, leafDecision: boolean): Because {
  const facts = { fact: leaf.fact, wanted: wantedBy(leaf), holds: leafDecision };
  const mayShow = typeof value === 'number' || typeof value === 'boolean';
  return { rule: ruleOf(leaf), facts: mayShow ? { ...facts, value } : facts };
}

function ruleOf(leaf: Leaf): string {
  if ('is' in leaf) return 'condition.is';
  if ('in' in leaf) return 'condition.in';
  if ('known' in leaf) return 'condition.known';
  return 'atLeast' in leaf ? 'condition.at-least' : 'condition.at-most';
}

function wantedBy(leaf: Leaf): string | number | boolean {
  if ('is' in leaf) return leaf.is;
  if ('in' in leaf) return leaf.in.join(', ');
  if ('known' in leaf) return leaf.known;
  return 'atLeast' in leaf ? leaf.atLeast : leaf.atMost;
}
