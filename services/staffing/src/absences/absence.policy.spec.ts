import { describe, expect, it } from '@jest/globals';
import { isUnderstaffed, PRESENT, presenceIn } from './absence.policy.ts';

const [MONDAY, TUESDAY, FRIDAY] = ['2026-11-23', '2026-11-24', '2026-11-27'].map((day) => `${day}T00:00:00.000Z`) as [
  string,
  string,
  string,
];

describe('who is away (WRK-3)', () => {
  it('is on duty without an absence', () => {
    expect(presenceIn([])).toEqual(PRESENT);
  });

  it('is away until the last of the absences ends', () => {
    const running = [
      { from: TUESDAY, until: FRIDAY },
      { from: MONDAY, until: TUESDAY },
    ];
    expect(presenceIn(running)).toEqual({ onDuty: false, absentFrom: MONDAY, absentUntil: FRIDAY });
  });

  it('is away until the return is told where one of them has no end', () => {
    const running = [
      { from: MONDAY, until: null },
      { from: MONDAY, until: FRIDAY },
    ];
    expect(presenceIn(running)).toMatchObject({ absentUntil: null });
  });

  it.each([
    [4, 2, false],
    [4, 1, true],
    [2, 1, false],
    [2, 0, true],
    [1, 0, true],
    [0, 0, false],
  ])('leaves a department of %i handlers with %i on duty understaffed: %s', (handlers, onDuty, too) => {
    expect(isUnderstaffed(handlers, onDuty, 0.5)).toBe(too);
  });
});
