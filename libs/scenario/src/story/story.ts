import type { Instant } from '@redress/policy';
import type { Expectation } from './expectation.ts';
import { isOutage } from './story.acts.ts';

/** Somebody of the story's own department, by the name that the story uses. */
export interface StoryPerson {
  readonly name: string;
  readonly roles: readonly string[];
  /** Name of the person's B. */
  readonly backup: string | null;
  /** Heads the department. */
  readonly head: boolean;
  /** Name of one of the story's further departments; null is the department of the complaint. */
  readonly department: string | null;
  readonly onDuty: boolean;
  readonly skills: readonly string[];
  readonly limits: { readonly compensation: number | null; readonly goodwill: number | null } | null;
}

/** What somebody does. Values in angle brackets stand for ids and instants known only while the story runs. */
export interface StoryAct {
  /** A name, a place (`owner`, `backup`, `head`, `customer`) or a role of the head office; empty for an outage. */
  readonly by: string;
  /** What is done: a command of a complaint by its name, one of the other acts, or an outage. */
  readonly does: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** Of whom, where the act concerns somebody else: an absence told by the head. */
  readonly of: string | null;
  /** The name that a newly registered complaint bears in the story. */
  readonly as: string | null;
}

/** One line of the timeline: what somebody does, or what has become due, and what is seen of it. */
export interface StoryItem {
  readonly atMs: number;
  readonly line: number;
  /** Which complaint, where the story has several. */
  readonly about: string;
  readonly act: StoryAct | null;
  readonly expects: readonly Expectation[];
}

/** A number of the pack to shift where it cannot be found by itself. */
export interface StoryShift {
  readonly field: string;
  readonly to: string | number | null;
}

/** A complaint's story as data: who is in it, what comes in, what happens when, and what must follow (glossary: scenario). */
export interface Story {
  readonly file: string;
  readonly title: string;
  /** Code of the pack that the story is told under. */
  readonly pack: string;
  /** When it begins; null is whenever the run begins. */
  readonly startsAt: Instant | null;
  readonly people: readonly StoryPerson[];
  readonly departments: readonly string[];
  readonly receipt: { readonly by: string | null; readonly body: Readonly<Record<string, unknown>> };
  readonly items: readonly StoryItem[];
  readonly shift: StoryShift | null;
}

/** The complaint that the story begins with, where nothing else is said. */
export const FIRST_COMPLAINT = 'first';

/** True where the line tells of something that nobody does: a due instant. */
export function isDue(item: StoryItem): boolean {
  return item.act === null && item.atMs > 0;
}

/** True for a story in which something of the installation stands still: it wants an installation of its own. */
export function hasOutage({ items }: Story): boolean {
  return items.some(({ act }) => act !== null && isOutage(act.does));
}
