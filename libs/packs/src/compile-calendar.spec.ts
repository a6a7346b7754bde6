import { addWorkingTime, isOpen } from '@redress/policy';
import { describe, expect, it } from '@jest/globals';
import { checkCalendar, compileCalendar } from './compile-calendar.ts';

const nights = `calendar: nights
timeZone: Europe/Berlin
week:
  fri: ['22:00-24:00']
  sat: ['00:00-06:00']
closedDays: [2026-12-24..2026-12-26]
openedDays:
  2026-12-31: ['20:00-24:00']
coversUntil: 2026-12-31
`;

function problemAfter(from: string, to: string) {
  const checked = checkCalendar(nights.replace(from, to));
  return checked.ok ? null : checked.problems[0];
}

describe('compiling a calendar', () => {
  it('gives what policy counts by', () => {
    const { calendar } = compileCalendar(nights);
    expect(calendar.closedDays).toEqual(['2026-12-24', '2026-12-25', '2026-12-26']);
    expect(isOpen('2026-12-31T19:30:00.000Z', calendar)).toBe(true);
    expect(addWorkingTime('2026-03-06T22:00:00.000Z', 3 * 3_600_000, calendar)).toBe('2026-03-07T01:00:00.000Z');
  });

  it('has its content as its version, in whatever order it is written', () => {
    const { version } = compileCalendar(nights).calendar;
    const single = nights.replace('[2026-12-24..2026-12-26]', '[2026-12-26, 2026-12-25, 2026-12-24]');
    expect(compileCalendar(single).calendar.version).toBe(version);
    expect(compileCalendar(nights.replace('06:00', '05:00')).calendar.version).not.toBe(version);
  });

  it.each([
    ['22:00-24:00', '22:00-06:00', 4, 'split it at midnight'],
    ['22:00-24:00', '22:00-25:00', 4, '`22:00-25:00` is no open time'],
    ["'22:00-24:00'", "'22:00-24:00', '21:00-23:00'", 4, 'in order and do not overlap'],
    ['Europe/Berlin', 'Europe/Bärlin', 2, 'is no time zone; write an IANA name'],
    ['2026-12-24..2026-12-26', '2026-02-30', 6, '`2026-02-30` is no date or range'],
    ['2026-12-24..2026-12-26', '2026-12-24..2027-12-26', 6, 'at most 60 days'],
    ['2026-12-31: [', '2026-12-25: [', 8, '`2026-12-25` is both closed and opened'],
    ['coversUntil', 'coverUntil', 9, 'did you mean `coversUntil`?'],
  ])('%j written as %j says where and what would be right', (from, to, line, said) => {
    const problem = problemAfter(from, to);
    expect(problem?.line).toBe(line);
    expect(problem?.message).toContain(said);
  });

  it('refuses one that never opens', () => {
    expect(problemAfter("  fri: ['22:00-24:00']\n  sat: ['00:00-06:00']", '  fri: []')?.message).toContain(
      'never opens',
    );
  });
});
