import { describe, expect, it } from '@jest/globals';
import { thresholdCounts } from './crossing.counts.ts';

const title = { zh: '满', en: 'Full' };
const choice = { code: 'parking', title, by: 'a', at: '2026-11-23T01:00:00.000Z', inTime: true };
const reviews = [{ cause: 'Ill.', measure: 'One more.', by: 'a', at: choice.at }];

describe('the counts of a monthly review (WRK-23)', () => {
  it('lists every threshold of the pack, those that nothing crossed among them', () => {
    const counts = thresholdCounts(
      [
        { code: 'full', title },
        { code: 'long', title },
      ],
      [
        { code: 'full', title, choice, reviews },
        { code: 'full', title, choice: { ...choice, inTime: false }, reviews: [] },
        { code: 'full', title, choice: null, reviews: [] },
      ],
    );
    expect(counts).toEqual([
      { code: 'full', title, crossings: 3, chosen: 2, chosenInTime: 1, reviewed: 1 },
      { code: 'long', title, crossings: 0, chosen: 0, chosenInTime: 0, reviewed: 0 },
    ]);
  });

  it('keeps what the pack no longer has', () => {
    const counts = thresholdCounts([], [{ code: 'gone', title, choice: null, reviews: [] }]);
    expect(counts).toEqual([{ code: 'gone', title, crossings: 1, chosen: 0, chosenInTime: 0, reviewed: 0 }]);
  });
});
