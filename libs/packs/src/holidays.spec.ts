import { addWorkingDays } from '@redress/policy';
import { describe, expect, it } from '@jest/globals';
import { checkCalendar, compileCalendar } from './compile-calendar.ts';

const office = `calendar: office
timeZone: Europe/London
week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-17:00'] }
holidays: { country: GB, region: ENG, years: 2026..2027 }
openedDays:
  2026-05-04: ['09:00-12:00']
`;
const problemAfter = (from: string, to: string) => {
  const checked = checkCalendar(office.replace(from, to));
  return checked.ok ? null : checked.problems[0];
};

describe('the public holidays of a place', () => {
  const { calendar } = compileCalendar(office);

  it('are closed days of the compiled calendar, which covers the years that they are named for', () => {
    const of2027 = calendar.closedDays.filter((date) => date.startsWith('2027'));
    expect(of2027).toEqual(expect.arrayContaining(['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03']));
    expect(calendar.coversUntil).toBe('2027-12-31');
    expect(calendar).not.toHaveProperty('holidays');
  });

  it('that fall on a weekend are taken on the next working day', () => {
    // Boxing Day 2026 is a Saturday; Christmas Day and Boxing Day 2027 are Saturday and Sunday.
    expect(calendar.closedDays).toEqual(expect.arrayContaining(['2026-12-28', '2027-12-27', '2027-12-28']));
  });

  it('of a region are its own: Easter Monday is none in Scotland, the second of January is', () => {
    const scotland = compileCalendar(office.replace('ENG', 'SCT')).calendar;
    expect(scotland.closedDays).toContain('2026-01-02');
    expect(scotland.closedDays).not.toContain('2026-04-06');
    expect(calendar.closedDays).toContain('2026-04-06');
  });

  it('are open where the document opens them', () => {
    expect(calendar.closedDays).not.toContain('2026-05-04');
  });

  it('may be those of several places', () => {
    const both = compileCalendar(
      office.replace(
        '{ country: GB, region: ENG, years: 2026..2027 }',
        '[{ country: GB, region: ENG, years: 2026..2027 }, { country: GB, region: SCT, years: 2026 }]',
      ),
    ).calendar;
    expect(both.closedDays).toEqual(expect.arrayContaining(['2026-01-02', '2026-04-06']));
    expect(both.coversUntil).toBe('2026-12-31');
  });

  it.each([
    ['country: GB', 'country: UK', '`UK` is no country code'],
    ['region: ENG', 'region: ENL', 'did you mean `ENG`?'],
    ['2026..2027', '2027..2026', '`2027..2026` are no years'],
    ['2026..2027', '26', '`26` are no years'],
  ])('%j written as %j say where and what would be right', (from, to, said) => {
    const problem = problemAfter(from, to);
    expect(problem?.line).toBe(4);
    expect(problem?.message).toContain(said);
  });

  it('do not let a calendar cover more than is known', () => {
    const problem = problemAfter('openedDays:', 'coversUntil: 2028-12-31\nopenedDays:');
    expect(problem).toMatchObject({ line: 5, message: expect.stringContaining('2027-12-31') as unknown });
  });

  it('count in working days', () => {
    expect(addWorkingDays('2026-12-24T10:00:00.000Z', 3, calendar)).toBe('2026-12-31T10:00:00.000Z');
  });
});
