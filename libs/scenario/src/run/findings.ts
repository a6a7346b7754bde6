import type { Expected, Happening } from '../judge/happening.ts';
import { judge, type Case } from '../judge/judge.ts';
import { offsetText } from '../story/offset.ts';
import type { Story, StoryItem } from '../story/story.ts';
import { toMs, type Instant } from '@redress/policy';

/** What one run of a story has found: what was to happen, what has happened, and what was not as the story says. */
export class Findings {
  readonly expected: Expected[] = [];
  seen: readonly Happening[] = [];
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
    return { file: this.story.file, startedAt, expected, seen };
  }

  /** Everything that was not as the story says; nothing is a story come true. */
  failures(): string[] {
    return [
      ...this.sentences,
      ...judge(this.case),
      ...this.late.filter((one) => this.cameAfterAll(one)).map((one) => this.tooLate(one)),
    ];
  }

  private cameAfterAll({ at, text }: Expected): boolean {
    return this.seen.some((seen) => seen.at === at && seen.text === text);
  }

  private tooLate({ at, text, line }: Expected): string {
    const when = offsetText(toMs(at) - toMs(this.startedAt));
    return `${this.story.file}:${line} at ${when} "${text}" was not there a second after, and came later.`;
  }
}
