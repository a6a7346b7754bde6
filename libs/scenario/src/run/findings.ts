import type { Expected, Happening } from '../judge/happening.ts';
import { judge, type Case } from '../judge/judge.ts';
import { offsetText } from '../story/offset.ts';
import type { Story, StoryItem } from '../story/story.ts';
import { toMs, type Instant } from '@redress/policy';

/** What one run of a story has found: what was to happen, what has happened, and what was not as the story says. */
export class Findings {
  readonly expected: Expected[] = [];
  /** Everything that has happened; null until the story is over. */
  seen: readonly Happening[] | null = null;
  private readonly sentences: string[] = [];
  private readonly late: Expected[] = [];

  constructor(
    private readonly story: Story,
    private readonly startedAt: Instant,
  ) {}

  /** Keeps something that was not as a line says. */
  say(item: Pick<StoryItem, 'atMs' | 'line'>, what: string, line = item.line): void {
    this.sentences.push(`${this.story.file}:${line} at ${offsetText(item.atMs)} ${what}.`);
  }

  /** Keeps something that was not as the story as a whole says. */
  sayOfAll(what: string): void {
    this.sentences.push(`${this.story.file} ${what}.`);
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
    return this.sentences.length > 0 || this.late.length > 0;
  }

  /** Everything that was not as the story says; nothing is a story come true. Broken off, it is judged by what was seen. */
  failures(): string[] {
    const { seen } = this;
    if (seen === null) return [...this.sentences, ...this.late.map((one) => this.tooLate(one))];
    const cameAfterAll = this.late.filter(({ at, text }) => seen.some((one) => one.at === at && one.text === text));
    return [...this.sentences, ...judge(this.case), ...cameAfterAll.map((one) => this.tooLate(one))];
  }

  private tooLate({ at, text, line }: Expected): string {
    const when = offsetText(toMs(at) - toMs(this.startedAt));
    return `${this.story.file}:${line} at ${when} "${text}" was not there a second after.`;
  }
}
