import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { thresholdStep, type Threshold } from './threshold.ts';

const CARS: Threshold = {
  ...{ code: 'bays-full', title: { zh: '满', en: 'Full' }, measure: 'cars-in-bays' },
  ...{ atLeast: 4, above: null, clearsBelow: 3, per: 'place', tells: [], choices: [] },
  within: { amount: 5, unit: 'minutes', time: 'calendar', calendar: null },
};
const MINUTES: Threshold = { ...CARS, code: 'long-wait', atLeast: null, above: 20, clearsBelow: 20, per: 'item' };

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

  it('never begins twice without an end between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const changes = stepsOf(CARS, values).filter((step) => step !== 'nothing');
        expect(changes.every((step, index) => step === (index % 2 === 0 ? 'crosses' : 'clears'))).toBe(true);
      }),
    );
  });
});
