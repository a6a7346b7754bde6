import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadStoryBooks, withOnly, type StoryVerdict } from '@redress/scenario';
import { readRequirements } from '../spec/requirements.ts';
import { playedLines, shownRequirements, standingOf } from '../spec/spec.table.ts';
import { PLAIN_GROUND, testEngines } from '../story.installation.ts';
import { playOnOwnGround } from './own.ground.ts';

/** All stories and their copies share one run; on a busy machine. */
const AT_MOST_MS = 1_800_000;

const books = loadStoryBooks();
/** No process stays in memory: each turn of it is made anew from what Temporal has kept. */
const FORGETFUL = { REDRESS_WORKFLOW_CACHE: '0' };
/** A story of each rulebook whose processes live as in production: in memory, and in one run. */
const PLAIN = [
  'levels/not-satisfied-twice.yaml',
  'classes/class-three-is-tracked-and-written-up.yaml',
  'graded/misconduct-reported-at-the-door.yaml',
  'branch/a-crowd-at-the-outlet.yaml',
  'plan/a-question-becomes-a-complaint.yaml',
  'peaks/what-matters-more-comes-first.yaml',
];
const files = books.flatMap(({ stories }) => stories.map(({ file, title }) => [file, title] as const));

describe('the stories', () => {
  let verdicts: readonly StoryVerdict[];
  let plain: readonly StoryVerdict[];

  beforeAll(async () => {
    const engines = await testEngines(() => {});
    const say = () => {};
    try {
      verdicts = await playOnOwnGround(engines, books, { say, environment: FORGETFUL });
      const asInProduction = withOnly(books, ({ file }) => PLAIN.includes(file));
      plain = await playOnOwnGround(engines, asInProduction, { say, copies: false, name: PLAIN_GROUND });
    } finally {
      await engines.stop();
    }
  }, AT_MOST_MS);

  const of = (file: string) => verdicts.find(({ story }) => story.file === file) as StoryVerdict;

  it.each(files)('%s comes true: %s', (file) => {
    expect(of(file).failures).toEqual([]);
  });

  it.each(PLAIN)('%s comes true in one run, from memory', (file) => {
    expect(plain.find(({ story }) => story.file === file)?.failures).toEqual([]);
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
