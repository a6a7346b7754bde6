import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkStory } from './read-story.ts';
import { hasOutage } from './story.ts';
import { loadStoryBooks } from './story.book.ts';

const STORY = `title: Sample
people:
  Anna: { role: handler, backup: Ben }
  Ben: { role: [handler, clerk], backup: Anna }
receipt:
  description: A kettle leaks.
story:
  - at: +0
    expect:
      - stage assigned [PRC-2]
      - told Anna: assigned-to-you
  - at: +10m
    by: Anna
    do: log contact
  - at: +3h
    expect:
      - warning for respond [PRC-23]
`;

const check = (text: string) => checkStory(text, { file: 'sample.yaml', pack: 'levels' });

/** The mistakes after one change, each as `the text of its line from its column on | message`. */
function mistakesAfter(from: string, to: string): string {
  const text = STORY.replace(from, to);
  if (text === STORY) throw new Error(`the story does not say ${from}`);
  const checked = check(text);
  if (checked.ok) return 'none';
  const lines = text.split('\n');
  return checked.problems
    .map(({ line, column, message }) => `${(lines[line - 1] ?? '').slice(column - 1)} | ${message}`)
    .join('\n');
}

describe('reading a story', () => {
  it('gives its people, its lines and where each stands', () => {
    const checked = check(STORY);
    const story = checked.ok ? checked.compiled : null;
    expect(story?.people.map(({ name, roles }) => [name, roles])).toEqual([
      ['Anna', ['handler']],
      ['Ben', ['handler', 'clerk']],
    ]);
    expect(story?.items.map(({ atMs, line }) => [atMs, line])).toEqual([
      [0, 8],
      [600_000, 12],
      [10_800_000, 15],
    ]);
    expect(story?.items[0]?.expects[1]).toMatchObject({ line: 11, text: 'told Anna: assigned-to-you', ids: [] });
    expect(story?.items[1]?.act).toMatchObject({ by: 'Anna', does: 'log contact' });
  });

  it.each([
    [
      'do: log contact',
      'do: log contct',
      'log contct | story.1.do: `log contct` is nothing that can be done; did you mean `log contact`?',
    ],
    ['at: +10m', 'at: ten', 'ten | story.1.at: `ten` is no time; write a time after the receipt such as `+0`'],
    ['at: +10m', 'at: 10', '10 | story.1.at: write a time after the receipt'],
    ['stage assigned [PRC-2]', 'stage asigned [PRC-2]', 'did you mean `assigned`?'],
    ['[PRC-2]', '[PRC2]', '`PRC2` is no id of a requirement'],
    ['    do: log contact', '    do: log contact\n    every: +1h\n    until: +2h', 'only what falls due comes round'],
    ['at: +3h', 'at: +3h\n    every: +1h', 'has both `every:` and `until:`'],
    ['told Anna: assigned', 'told Anne: assigned', 'nobody in this story is called `Anne`; did you mean `Anna`?'],
    ['by: Anna', 'by: Bert', 'Bert | nobody in this story is called `Bert`'],
    ['    by: Anna\n', '', 'write `by:` and who does it'],
    ['by: Anna\n    do: log contact', 'by: Anna\n    do: delivery stops', 'nobody does this; leave out `by:`'],
    ['    by: Anna\n    do: log contact', '    do: delivery resumes', 'delivery goes on already'],
    ['    by: Anna\n    do: log contact', '    do: delivery stops', 'nothing falls due while delivery stands still'],
    ['    by: Anna\n    do: log contact', '    do: delivery stops', 'delivery never resumes'],
    ['backup: Ben', 'backup: Bea', 'Bea } | nobody in this story is called `Bea`'],
    ['  Anna: { role', '  anna: { role', 'a name begins with a capital letter'],
    ['at: +3h', 'at: +5m', '+5m | this lies before the line above'],
    ['warning for respond [PRC-23]', 'refused ended', 'only what somebody does is refused'],
    ['receipt:\n  description: A kettle leaks.\n', '', 'receipt: missing'],
    ['title: Sample', 'titl: Sample', 'did you mean `title`?'],
  ])('%j written as %j says where and what would be right', (from, to, said) => {
    expect(mistakesAfter(from, to)).toContain(said);
  });

  it('has what comes round again once each time, in its place among the others', () => {
    const news = '  - { at: +1h, every: +1h, until: +3h, expect: [message news] }\n  - at: +3h';
    const checked = check(STORY.replace('  - at: +3h', news));
    const items = checked.ok ? checked.compiled.items : [];
    expect(items.map(({ atMs, line }) => [atMs / 3_600_000, line]).slice(2)).toEqual([
      [1, 15],
      [2, 15],
      [3, 15],
      [3, 16],
    ]);
  });

  it('takes what people do while delivery stands still', () => {
    const late =
      '  - { at: +1h, do: delivery stops }\n  - { at: +2h, by: Anna, do: accept }\n  - { at: +3h, do: delivery resumes }\n';
    const checked = check(STORY.replace('  - at: +3h', `${late}  - at: +3h`));
    expect(checked.ok && hasOutage(checked.compiled)).toBe(true);
    const quiet = check(STORY);
    expect(quiet.ok && hasOutage(quiet.compiled)).toBe(false);
  });

  it('refuses a story that could not fail, and one that shows no requirement', () => {
    const plain = STORY.replace(/ {2}- at: \+3h[^]*/, '');
    const checked = check(plain);
    expect(checked.ok ? [] : checked.problems.map(({ message }) => message)).toEqual([
      'the story expects nothing at a due instant; add one, or name the number to shift by `shift:`',
    ]);
    expect(check(`${plain}shift: { field: levels.2.respond }\n`).ok).toBe(true);
    expect(mistakesAfter(STORY, STORY.replaceAll(/ \[PRC.*\]/g, ''))).toContain('no line names a requirement');
  });
});

describe('the story of the README', () => {
  it('can be read', () => {
    const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n(title: [^]*?)```/.exec(readme) ?? [];
    expect(check(example)).toMatchObject({ ok: true });
  });
});

describe('the stories of the product', () => {
  it('can be read, all of them, and each is told once', () => {
    const stories = loadStoryBooks().flatMap((book) => book.stories);
    expect(new Set(stories.map(({ title }) => title)).size).toBe(stories.length);
  });

  it('can be called by file, by name and by folder', () => {
    const filesOf = (...only: string[]) =>
      loadStoryBooks(only).flatMap(({ stories }) => stories.map(({ file }) => file));
    const file = 'levels/handled-in-time.yaml';
    expect(filesOf('libs/scenario/stories/levels/handled-in-time.yaml')).toEqual([file]);
    expect(filesOf('levels/handled-in-time', 'handled-in-time.yaml')).toEqual([file]);
    expect(filesOf('no-such-story')).toEqual([]);
  });
});
