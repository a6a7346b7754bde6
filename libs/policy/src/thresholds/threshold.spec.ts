import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { thresholdStep, toldWhenLate, type Threshold } from './threshold.ts';

const CARS: Threshold = {
  ...{ code: 'bays-full', title: { zh: '满', en: 'Full' }, measure: 'cars-in-bays' },
  ...{ atLeast: 4, above: null, clearsBelow: 3, per: 'place', tells: [], choices: [] },
  within: { amount: 5, unit: 'minutes', time: 'calendar', calendar: null },
};
const MINUTES: Threshold = { ...CARS, code: 'long-wait', atLeast: null, above: 20, clearsBelow: 20, per: 'item' };

const { clearsBelow: _, ...SPOT } = CARS;
const STOCK: Threshold = { ...SPOT, code: 'parts-short', atLeast: null, below: 10, clearsFrom: 15, per: 'item' };

/** What each value of a series does, one after another. */
function stepsOf(threshold: Threshold, values: readonly number[]): string[] {
  let stands = false;
  return values.map((value) => {
    const step = thresholdStep(threshold, stands, value);
    if (step !== 'nothing') stands = step === 'crosses';
    return step;
  });
}

describe('a threshold (WRK-21)', () => {
  it('is crossed at its value, once, and again only after it has cleared', () => {
    expect(stepsOf(CARS, [3, 4, 5, 4, 2, 4])).toEqual([
      'nothing',
      'crosses',
      'nothing',
      'nothing',
      'clears',
      'crosses',
    ]);
  });

  it('stays as it is between its two values', () => {
    expect(stepsOf(CARS, [4, 3, 4, 3, 2])).toEqual(['crosses', 'nothing', 'nothing', 'nothing', 'clears']);
  });

  it('may ask for more than a value: twenty minutes are none, twenty-one are', () => {
    expect(stepsOf(MINUTES, [20, 21, 20, 19])).toEqual(['nothing', 'crosses', 'nothing', 'clears']);
  });

  it('may be crossed from above: ten are enough, nine are not, and only fifteen are again', () => {
    expect(stepsOf(STOCK, [20, 10, 9, 0, 14, 15, 9])).toEqual([
      ...['nothing', 'nothing', 'crosses', 'nothing', 'nothing', 'clears', 'crosses'],
    ]);
  });

  it('never begins twice without an end between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        for (const threshold of [CARS, { ...STOCK, below: 4, clearsFrom: 5 }]) {
          const changes = stepsOf(threshold, values).filter((step) => step !== 'nothing');
          expect(changes.every((step, index) => step === (index % 2 === 0 ? 'crosses' : 'clears'))).toBe(true);
        }
      }),
    );
  });
});

describe('a choice that nobody makes in time (WRK-21)', () => {
  it.each([
    ['whom the pack names', ['ann'], ['lea'], ['dee', 'max'], ['lea']],
    ['the head of the place where it names nobody', ['ann'], [], ['dee', 'max'], ['dee']],
    ['the next head above where that one knows', ['ann', 'dee'], [], ['dee', 'max'], ['max']],
    ['so too where whom it names know', ['ann', 'lea'], ['lea'], ['dee', 'max'], ['dee']],
    ['nobody where all above know', ['ann', 'dee'], [], ['dee'], []],
  ])('is told to %s', (_who, told, named, heads, expected) => {
    expect(toldWhenLate(told, named, heads)).toEqual(expected);
  });
});
