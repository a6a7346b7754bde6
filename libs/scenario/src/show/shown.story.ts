import type { Finding, Findings } from '../run/findings.ts';
import type { Expectation } from '../story/expectation.ts';
import { offsetText } from '../story/offset.ts';
import type { Story, StoryItem } from '../story/story.ts';

/** One thing that the story expects, and whether it was seen. */
export interface ShownExpectation extends Pick<Expectation, 'line' | 'text' | 'ids'> {
  readonly seen: boolean;
  /** What was there in its place; empty where it was seen. */
  readonly instead: readonly string[];
}

/** One line of the timeline as it was played. */
export interface ShownItem {
  readonly item: StoryItem;
  readonly expects: readonly ShownExpectation[];
  /** What was not as the line as a whole says: an act refused, something that was not to happen. */
  readonly faults: readonly string[];
}

/** A story as it was played, line by line. */
export interface ShownStory {
  readonly items: readonly ShownItem[];
  /** What belongs to none of its lines. */
  readonly faults: readonly string[];
}

/** What is said of a line that was not played. */
export const NOT_REACHED = 'the story did not come that far';

/** Sorts what a run has found to the lines of its story; without findings nothing was played, and nothing was seen. */
export function shownStory({ items }: Story, findings: Findings | null): ShownStory {
  const left = new Set(findings?.all() ?? []);
  const take = (belongs: (finding: Finding) => boolean) => {
    const taken = [...left].filter(belongs);
    for (const one of taken) left.delete(one);
    return taken.map(({ instead }) => instead);
  };
  const whole = findings !== null && findings.seen !== null;
  const expectsOf = (item: StoryItem) =>
    item.expects.map(({ line, text, ids }): ShownExpectation => {
      const told = take((one) => one.atMs === item.atMs && one.line === line);
      const reached = whole && findings.lookedAt.has(item);
      const instead = told.length === 0 && !reached ? [NOT_REACHED] : told;
      return { line, text, ids, seen: instead.length === 0, instead };
    });
  const expects = items.map(expectsOf);
  return {
    items: items.map((item, index) => ({
      item,
      expects: expects[index] ?? [],
      // What is listed nowhere stands at the last line of its instant.
      faults: take(({ atMs, line }) => atMs === item.atMs && (line === item.line || isLastOf(items, index))),
    })),
    faults: [...left].map(({ instead, atMs }) => (atMs === null ? instead : `at ${offsetText(atMs)} ${instead}`)),
  };
}

function isLastOf(items: readonly StoryItem[], index: number): boolean {
  return items[index + 1]?.atMs !== items[index]?.atMs;
}
