import { describe, expect, it } from '@jest/globals';
import { dayAfter, daysBetween, isPeriod, periodHolding, periodOf } from './period.ts';

describe('a period of the figures', () => {
  it.each([
    ['2026', '2026-01-01', '2027-01-01'],
    ['2026-H1', '2026-01-01', '2026-07-01'],
    ['2026-H2', '2026-07-01', '2027-01-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
    ['2028-02-29', '2028-02-29', '2028-03-01'],
  ])('%s lasts from %s until before %s', (code, fromDay, untilDay) => {
    expect(periodOf(code)).toEqual({ fromDay, untilDay });
  });

  it.each(['', '0000', '2026-13', '2026-00', '2026-Q5', '2026-H3', '2026-02-30', '2026-11-31', '2026-1', 'x'])(
    'is not named by "%s"',
    (code) => {
      expect(isPeriod(code)).toBe(false);
    },
  );

  it('is found by a month that it holds', () => {
    expect((['month', 'quarter', 'half-year', 'year'] as const).map((unit) => periodHolding(unit, '2026-11'))).toEqual([
      '2026-11',
      '2026-Q4',
      '2026-H2',
      '2026',
    ]);
    expect(periodHolding('quarter', '2026-06')).toBe('2026-Q2');
  });

  it('counts days, the first and the last among them', () => {
    expect([daysBetween('2026-11-23', '2026-11-23'), daysBetween('2026-02-28', '2026-03-01')]).toEqual([1, 2]);
    expect([dayAfter('2026-12-31'), dayAfter('2028-02-28')]).toEqual(['2027-01-01', '2028-02-29']);
  });
});
