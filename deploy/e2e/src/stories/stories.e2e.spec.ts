import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadStoryBooks, type StoryVerdict } from '@redress/scenario';
import { readRequirements } from '../spec/requirements.ts';
import { playedLines, shownRequirements, standingOf } from '../spec/spec.table.ts';
import { testEngines } from '../story.installation.ts';
import { playOnOwnGround } from './own.ground.ts';

/** All stories and their copies share one run; on a busy machine. */
const AT_MOST_MS = 1_800_000;

const books = loadStoryBooks();
const files = books.flatMap(({ stories }) => stories.map(({ file, title }) => [file, title] as const));

describe('the stories', () => {
  let verdicts: readonly StoryVerdict[];

  beforeAll(async () => {
    const engines = await testEngines(() => {});
    try {
      verdicts = await playOnOwnGround(engines, books, { say: () => {} });
    } finally {
      await engines.stop();
    }
  }, AT_MOST_MS);

  const of = (file: string) => verdicts.find(({ story }) => story.file === file) as StoryVerdict;

  it.each(files)('%s comes true: %s', (file) => {
    expect(of(file).failures).toEqual([]);
  });

  it.each(files)('%s does not come true with one number of its pack shifted', (file) => {
    expect(of(file)).toMatchObject({ shift: { field: expect.any(String) }, shiftedFault: null });
    expect(of(file).shiftedFailures).not.toEqual([]);
  });

  it.each(files)('%s misses each of its notices', (file) => {
    expect(of(file).notices).not.toEqual([]);
    expect(of(file).notices.filter(({ red }) => !red)).toEqual([]);
  });

  it.each(readRequirements().map(({ id, title }) => [id, title] as const))('show %s: %s', (id) => {
    const shown = shownRequirements(readRequirements(), playedLines(verdicts));
    const one = shown.find(({ requirement }) => requirement.id === id);
    expect(one === undefined ? 'MISSING' : standingOf(one)).toMatch(/^(passed|none \(optional\))$/);
  });
});
