import type { StoryBook, StoryVerdict } from '@redress/scenario';
import type { Requirement } from './requirements.ts';

/** A line of a story that shows a requirement. */
export interface ShowingLine {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly words: string;
  /** Null while it has not been played. */
  readonly passed: boolean | null;
  /** What was there in its place. */
  readonly instead: readonly string[];
}

/** A requirement with every line that shows it. */
export interface ShownRequirement {
  readonly requirement: Requirement;
  readonly lines: readonly ShowingLine[];
}

/** Every line of the stories that names a requirement, not played. */
export function linesIn(books: readonly StoryBook[]): ShowingLine[] {
  const stories = books.flatMap((book) => book.stories);
  return stories.flatMap(({ file, items }) =>
    items.flatMap(({ expects }) =>
      expects.flatMap(({ ids, line, text }) =>
        ids.map((id) => ({ id, file, line, words: text, passed: null, instead: [] })),
      ),
    ),
  );
}

/** Every line that names a requirement, as it was played. */
export function playedLines(verdicts: readonly StoryVerdict[]): ShowingLine[] {
  return verdicts.flatMap(({ story: { file }, shown }) =>
    shown.items.flatMap(({ expects }) =>
      expects.flatMap(({ ids, line, text, seen, instead }) =>
        ids.map((id) => ({ id, file, line, words: text, passed: seen, instead })),
      ),
    ),
  );
}

/** Each requirement with its lines: one that comes round again counts once, and has passed when it has each time. */
export function shownRequirements(
  requirements: readonly Requirement[],
  lines: readonly ShowingLine[],
): ShownRequirement[] {
  return requirements.map((requirement) => ({
    requirement,
    lines: onceEach(lines.filter(({ id }) => id === requirement.id)),
  }));
}

function onceEach(lines: readonly ShowingLine[]): ShowingLine[] {
  const byPlace = new Map<string, ShowingLine>();
  for (const line of lines) {
    const place = `${line.file}:${line.line}`;
    const known = byPlace.get(place);
    if (known === undefined || known.passed === true) byPlace.set(place, line);
  }
  return [...byPlace.values()];
}

export type Standing = 'passed' | 'FAILED' | 'not played' | 'MISSING' | 'none (optional)';

/** How the requirement stands: passed when every line that shows it has. */
export function standingOf({ requirement, lines }: ShownRequirement): Standing {
  if (lines.length === 0) return requirement.optional ? 'none (optional)' : 'MISSING';
  if (lines.some(({ passed }) => passed === false)) return 'FAILED';
  return lines.every(({ passed }) => passed) ? 'passed' : 'not played';
}

/** The table for people: a line a requirement, with the line that shows it, or with all of them. */
export function tableLines(shown: readonly ShownRequirement[], { all }: { readonly all: boolean }): string[] {
  return shown.flatMap((one) => {
    const { requirement, lines } = one;
    const worst = lines.find(({ passed }) => passed === false) ?? lines[0];
    const printed = all ? lines : worst === undefined ? [] : [worst];
    const more = all || lines.length < 2 ? '' : ` and ${lines.length - 1} more`;
    return [
      `${requirement.id.padEnd(7)} ${standingOf(one).padEnd(11)} ${requirement.title}`,
      ...printed.map(
        (line) => `${' '.repeat(20)}${placeOf(line)} "${line.words}"${all ? ` ${verdictOf(line)}` : more}`,
      ),
      ...printed.flatMap(({ instead }) => instead.map((what) => `${' '.repeat(22)}but ${what}`)),
    ];
  });
}

/** `49 ids, 47 shown and passed, 2 missing`. */
export function sumOf(shown: readonly ShownRequirement[]): { line: string; good: boolean } {
  const counted = shown.filter(({ requirement, lines }) => !requirement.optional || lines.length > 0);
  const standings = counted.map(standingOf);
  const count = (standing: Standing) => standings.filter((one) => one === standing).length;
  const failed = count('FAILED');
  const unplayed = count('not played');
  const line = [
    `${counted.length} ids, ${count('passed')} shown and passed, ${count('MISSING')} missing`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unplayed > 0 ? [`${unplayed} not played`] : []),
  ].join(', ');
  return { line, good: count('MISSING') === 0 && failed === 0 };
}

export function placeOf({ file, line }: Pick<ShowingLine, 'file' | 'line'>): string {
  return `${file}:${line}`;
}

function verdictOf({ passed }: ShowingLine): string {
  return passed === null ? '' : passed ? '✓' : '✗';
}
