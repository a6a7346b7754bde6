import { describe, expect, it } from '@jest/globals';
import { dailyQuery, trendQuery } from './figures.query.ts';

const messages = (answer: ReturnType<typeof dailyQuery.safeParse>) =>
  answer.error?.issues.map(({ message }) => message);

describe('the days asked for', () => {
  it('are taken when they are days in order', () => {
    expect(dailyQuery.safeParse({ from: '2026-11-01', to: '2026-11-30' }).success).toBe(true);
  });

  it.each([
    ['x', 'y', 'is a day such as 2026-11-23'],
    ['0000-00-00', '0000-00-00', 'is no day of the calendar'],
    ['2026-01-01', '2026-13-45', 'is no day of the calendar'],
    ['2026-02-02', '2026-02-01', 'is not before from, and at most 366 days are shown at once'],
  ])('from %s to %s is refused with a sentence', (from, to, sentence) => {
    const told = messages(dailyQuery.safeParse({ from, to }));
    expect(new Set(told)).toEqual(new Set([sentence]));
  });

  it('months that are none are refused as well', () => {
    expect(trendQuery.safeParse({ by: 'department', from: 'x', to: '2026-99' }).success).toBe(false);
  });
});
