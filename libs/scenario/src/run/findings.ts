import { toMs, type Instant } from '@redress/policy';
import type { Expected, Happening } from '../judge/happening.ts';
import { differencesOf, type Case } from '../judge/judge.ts';
import type { Expectation } from '../story/expectation.ts';
import { offsetText } from '../story/offset.ts';
import type { Story, StoryItem } from '../story/story.ts';

/** Something that was not as the story says. */
export interface Finding {
  /** When, after the start; null where it concerns the whole story. */
  readonly atMs: number | null;
  /** Which line says otherwise; null where none does. */
  readonly line: number | null;
  readonly sentence: string;
  /** What was there in its place. */
  readonly instead: string;
}

/** What one run of a story has found: what was to happen, what has happened, and what was not as the story says. */
export class Findings {
  readonly expected: Expected[] = [];
  /** Everything that has happened; null until the story is over. */
  seen: readonly Happening[] | null = null;
  /** The lines that have been looked at. */
  readonly lookedAt = new Set<StoryItem>();
  private readonly found: Finding[] = [];
  private readonly late: Expected[] = [];

  constructor(
    private readonly story: Story,
    private readonly startedAt: Instant,
  ) {}

  /** Keeps something that was not as a line says. */
  say({ atMs, line: own }: Pick<StoryItem, 'atMs' | 'line'>, instead: string, line = own): void {
    const sentence = `${this.story.file}:${line} at ${offsetText(atMs)} ${instead}.`;
    this.found.push({ atMs, line, sentence, instead });
  }

  /** Keeps what was seen in the place of something expected. */
  differs(
    { atMs }: Pick<StoryItem, 'atMs'>,
    { line, text }: Pick<Expectation, 'line' | 'text'>,
    instead: string,
  ): void {
    const sentence = `${this.story.file}:${line} at ${offsetText(atMs)} "${text}" is expected; ${instead}.`;
    this.found.push({ atMs, line, sentence, instead });
  }

  /** Keeps something that was not as the story as a whole says. */
  sayOfAll(instead: string): void {
    this.found.push({ atMs: null, line: null, sentence: `${this.story.file} ${instead}.`, instead });
  }

  /** Keeps what was not there a second after it was due. */
  missed(expected: readonly Expected[]): void {
    this.late.push(...expected);
  }

  /** The closed world of the story as it was played, for the judge. */
  get case(): Case {
    const { expected, seen, startedAt } = this;
    return { file: this.story.file, startedAt, expected, seen: seen ?? [] };
  }

  /** Something was not as the story says, and that much is known already. */
  get areRed(): boolean {
    return this.found.length > 0 || this.late.length > 0;
  }

  /** Everything that was not as the story says; nothing is a story come true. Broken off, it is judged by what was seen. */
  all(): Finding[] {
    const { seen } = this;
    if (seen === null) return [...this.found, ...this.late.map((one) => this.tooLate(one))];
    const differences = differencesOf(this.case).map(({ at, ...one }) => ({ ...one, atMs: this.sinceStart(at) }));
    const cameAfterAll = this.late.filter(({ at, text }) => seen.some((one) => one.at === at && one.text === text));
    return [...this.found, ...differences, ...cameAfterAll.map((one) => this.tooLate(one))];
  }

  /** The same as sentences. */
  failures(): string[] {
    return this.all().map(({ sentence }) => sentence);
  }

  private tooLate({ at, text, line }: Expected): Finding {
    const atMs = this.sinceStart(at);
    const instead = `"${text}" was not there a second after`;
    return { atMs, line, instead, sentence: `${this.story.file}:${line} at ${offsetText(atMs)} ${instead}.` };
  }

  private sinceStart(at: Instant): number {
    return toMs(at) - toMs(this.startedAt);
  }
}
