import { toMs, type Instant } from '@redress/policy';
import { offsetText } from '../story/offset.ts';
import type { Expected, Happening } from './happening.ts';

/** What is judged: everything that a story lists, and everything that has happened in it. */
export interface Case {
  readonly file: string;
  /** When the story began. */
  readonly startedAt: Instant;
  readonly expected: readonly Expected[];
  readonly seen: readonly Happening[];
}

/**
 * Compares the closed world of a story with what has happened: each thing listed has happened at its very instant, and
 * nothing else. Answers a sentence for each difference; none is a story come true.
 */
export function judge(one: Case): string[] {
  const left = [...one.seen];
  const missing = one.expected.filter((expected) => !takeFrom(left, expected));
  return [
    ...inOrder(missing).map((expected) => didNotHappen(one, expected, left)),
    ...inOrder(left).map((seen) => notListed(one, seen)),
  ];
}

function inOrder<One extends Happening>(happenings: readonly One[]): One[] {
  return [...happenings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Takes what is expected out of what has happened; false when it is not there. */
function takeFrom(left: Happening[], expected: Happening): boolean {
  const index = left.findIndex(({ at, text }) => at === expected.at && text === expected.text);
  if (index >= 0) left.splice(index, 1);
  return index >= 0;
}

function didNotHappen(one: Case, { at, text, line }: Expected, left: readonly Happening[]): string {
  const elsewhere = left.filter((seen) => seen.text === text).map((seen) => when(one, seen.at));
  const instead = left.filter((seen) => seen.at === at).map((seen) => `"${seen.text}"`);
  const seen =
    elsewhere.length > 0
      ? `it happened at ${elsewhere.join(' and ')}`
      : instead.length > 0
        ? `at that time there was ${instead.join(', ')}`
        : 'nothing of the kind happened';
  return `${one.file}:${line} at ${when(one, at)} "${text}" is expected; ${seen}.`;
}

function notListed(one: Case, { at, text }: Happening): string {
  return `${one.file} at ${when(one, at)} "${text}" happened, and the story does not list it.`;
}

function when({ startedAt }: Case, at: Instant): string {
  return offsetText(toMs(at) - toMs(startedAt));
}
