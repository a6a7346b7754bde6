import { describe, expect, it } from '@jest/globals';
import type { Reading, ReaderReport } from './reading.ts';
import { reconcile } from './reconcile.ts';

const reading = (id: string, changes: Partial<Reading> = {}): Reading => ({
  ...{ id, stage: 'ended', sequence: 9, rungs: ['respond-1/backup'], messages: 1, gaps: [] },
  ...changes,
});
const report = (reader: string, readings: Reading[]): ReaderReport => ({ reader, readings });
const register = report('register', [reading('a'), reading('b')]);
const against = (readings: Reading[]) => reconcile(['a', 'b'], [register, report('topic', readings)]);

describe('four readers', () => {
  it('who agree leave nothing to say', () => {
    expect(against([reading('b'), reading('a')])).toEqual([]);
  });

  it('may not know everything', () => {
    expect(against([reading('a', { rungs: null, messages: null, gaps: null }), reading('b')])).toEqual([]);
  });

  it.each<[string, Reading[], string]>([
    ['a missing one', [reading('a')], 'topic: b is missing'],
    ['a doubled one', [reading('a'), reading('b'), reading('b')], 'topic: b is there twice'],
    ['a stray one', [reading('a'), reading('b'), reading('c')], 'topic: c was never filed'],
    ['a gap', [reading('a', { gaps: [4] }), reading('b')], 'topic: a has faults in its sequence at 4'],
    [
      'a wrong stage',
      [reading('a', { stage: 'closed' }), reading('b')],
      'a: stage is ended in register, closed in topic',
    ],
    [
      'a rung fired twice',
      [reading('a', { rungs: ['respond-1/backup', 'respond-1/backup'] }), reading('b')],
      'a: rungs is [respond-1/backup] in register, [respond-1/backup, respond-1/backup] in topic',
    ],
    ['a second message', [reading('a', { messages: 2 }), reading('b')], 'a: messages is 1 in register, 2 in topic'],
  ])('see %s', (_, readings, sentence) => {
    expect(against(readings)).toContain(sentence);
  });
});
