import { describe, expect, it } from '@jest/globals';
import { isMet, median, percentile, type Figure } from './figure.ts';
import { figureLines } from './figure.lines.ts';

const figure: Figure = {
  name: 'accepted a second',
  unit: '/s',
  against: 'bare starts',
  rounds: [
    { floor: 100, value: 250 },
    { floor: 120, value: 180 },
    { floor: 100, value: 210 },
  ],
  target: { sense: 'at least', bound: 2 },
  n: 900,
};

describe('a figure', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  it('has no median of nothing', () => expect(() => median([])).toThrow('nothing'));

  it.each([
    [50, 2],
    [75, 3],
    [99, 4],
    [0, 1],
  ])('the %dth percentile is the nearest rank', (percent, expected) =>
    expect(percentile([4, 2, 1, 3], percent)).toBe(expected),
  );

  it('is judged by the median of the ratios, not by the ratio of the medians', () => {
    expect(isMet(figure)).toBe(true);
    expect(isMet({ ...figure, target: { sense: 'at most', bound: 2 } })).toBe(false);
    expect(isMet({ ...figure, target: null })).toBe(true);
  });

  it('is printed with floor, value, ratio, spread and n', () => {
    expect(figureLines(figure)).toEqual([
      'met     accepted a second',
      '          210 /s; bare starts 100 /s; ratio 2.10 (1.50 … 2.50; at least 2); n 900, 3 rounds',
    ]);
  });

  it('says so when a target is missed, and what stands alone has no ratio', () => {
    expect(figureLines({ ...figure, target: { sense: 'at least', bound: 3 } })[0]).toBe('MISSED  accepted a second');
    const alone = { ...figure, against: null, target: null, rounds: [{ floor: 1, value: 12.345 }], note: 'idle' };
    expect(figureLines(alone)).toEqual(['        accepted a second', '          12.3 /s; n 900; idle']);
  });
});
