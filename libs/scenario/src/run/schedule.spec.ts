import { describe, expect, it } from '@jest/globals';
import { isDue } from '../story/story.ts';
import { readStory } from '../story/read-story.ts';
import { inTurns, TURNS } from './schedule.ts';
import { tasksOf } from './story.play.ts';

const startedAt = '2026-11-23T01:00:00.000Z';
const story = readStory(
  `title: t
people: { Anna: { role: handler } }
receipt: { description: d }
story:
  - { at: +0, expect: ["stage assigned [PRC-2]"] }
  - { at: +10m, by: Anna, do: accept }
  - { at: +10m, by: Anna, do: log contact }
  - { at: +3h, expect: ["warning for respond [PRC-23]"] }
`,
  { file: 'f', pack: 'levels' },
);

describe('the merged timeline', () => {
  const play = {
    startedAt,
    story,
    begin: () => Promise.reject(new Error('not here')),
    untilRed: false,
    run: null,
    fault: null,
    over: false,
  };
  const turns = inTurns([...tasksOf({ ...play }, TURNS.begin), ...tasksOf({ ...play }, TURNS.beginShifted)]);
  const moments = turns.map(([task]) => task?.at.slice(11, 19));

  it('begins with the stories, then their copies, and plays the lines of one instant one after another', () => {
    expect(turns.slice(0, 2).map((turn) => turn.map(({ turn: order }) => order))).toEqual([[1], [2]]);
    expect(moments.slice(2, 5)).toEqual(['01:00:00', '01:10:00', '01:10:00']);
    expect(turns[3]).toHaveLength(2);
  });

  it('looks a second before and a second after each due instant, and stops at nothing else', () => {
    expect(story.items.map(isDue)).toEqual([false, false, false, true]);
    expect(moments.slice(5)).toEqual(['03:59:59', '04:00:01', '04:00:01']);
  });
});
