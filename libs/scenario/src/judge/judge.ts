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

/** Something listed that did not happen, or something that happened and is not listed. */
export interface Difference {
  readonly at: Instant;
  /** Where it is listed; null where it is not. */
  readonly line: number | null;
  readonly sentence: string;
  /** What was there in its place. */
  readonly instead: string;
}

/**
 * Compares the closed world of a story with what has happened: each thing listed has happened at its very instant, and
 * nothing else. No difference is a story come true.
 */
export function differencesOf(one: Case): Difference[] {
  const left = [...one.seen];
  const missing = one.expected.filter((expected) => !takeFrom(left, expected));
  return [
    ...inOrder(missing).map((expected) => didNotHappen(one, expected, left)),
    ...inOrder(left).map((seen) => notListed(one, seen)),
  ];
}

/** The differences as sentences. */
export function judge(one: Case): string[] {
  return differencesOf(one).map(({ sentence }) => sentence);
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

function didNotHappen(one: Case, { at, text, line }: Expected, left: readonly Happening[]): Difference {
  const elsewhere = left.filter((seen) => seen.text === text).map((seen) => when(one, seen.at));
  const others = left.filter((seen) => seen.at === at).map((seen) => `"${seen.text}"`);
  const instead =
    elsewhere.length > 0
      ? `it happened at ${elsewhere.join(' and ')}`
      : others.length > 0
        ? `at that time there was ${others.join(', ')}`
        : 'nothing of the kind happened';
  const sentence = `${one.file}:${line} at ${when(one, at)} "${text}" is expected; ${instead}.`;
  return { at, line, sentence, instead };
}

function notListed(one: Case, { at, text }: Happening): Difference {
  const instead = `"${text}" happened, and the story does not list it`;
  return { at, line: null, sentence: `${one.file} at ${when(one, at)} ${instead}.`, instead };
}

function when({ startedAt }: Case, at: Instant): string {
  return offsetText(toMs(at) - toMs(startedAt));
}
