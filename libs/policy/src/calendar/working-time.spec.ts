import { describe, expect, it } from '@jest/globals';
import { anOffice, roundTheClock } from './calendar.builder.ts';
import { dateOf, dayOf } from './open-time.ts';
import {
  addWorkingDays,
  addWorkingTime,
  closeOfDay,
  closeOfWorkingDays,
  isOpen,
  liesBeyondCoverage,
  nextOpen,
  workingTimeBetween,
} from './working-time.ts';

const HOUR = 3_600_000;
const office = anOffice();
/** Shanghai is eight hours ahead of UTC all year. */
const shanghai = (local: string) => new Date(`${local}+08:00`).toISOString();

describe('working time', () => {
  it('goes on after the break at noon and over the weekend', () => {
    expect(addWorkingTime(shanghai('2026-03-06T11:00'), 2 * HOUR, office)).toBe(shanghai('2026-03-06T14:00'));
    expect(addWorkingTime(shanghai('2026-03-06T17:00'), 2 * HOUR, office)).toBe(shanghai('2026-03-09T10:00'));
  });

  it('ends at closing time when the budget ends there, not at the next opening', () => {
    expect(addWorkingTime(shanghai('2026-03-06T17:00'), HOUR, office)).toBe(shanghai('2026-03-06T18:00'));
  });

  it('begins at the next opening when the complaint comes at night', () => {
    expect(addWorkingTime(shanghai('2026-03-06T23:00'), HOUR, office)).toBe(shanghai('2026-03-09T10:00'));
  });

  it('stays closed on a holiday and opens on the make-up day that replaces it', () => {
    const spring = anOffice({
      closedDays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
      openedDays: { '2026-02-14': [[540, 1080]], '2026-02-28': [[540, 1080]] },
    });
    expect(isOpen(shanghai('2026-02-14T10:00'), spring)).toBe(true);
    expect(isOpen(shanghai('2026-02-16T10:00'), spring)).toBe(false);
    expect(nextOpen(shanghai('2026-02-14T18:00'), spring)).toBe(shanghai('2026-02-24T09:00'));
  });

  it('lets what is said of one date win over what is said of every year', () => {
    const calendar = anOffice({ yearlyClosedDays: ['05-01'], openedDays: { '2026-05-01': [[600, 660]] } });
    expect(isOpen(shanghai('2026-05-01T10:30'), calendar)).toBe(true);
    expect(isOpen(shanghai('2025-05-01T10:30'), calendar)).toBe(false);
  });

  it.each(['01-01', '01-31', '02-28', '02-29', '03-01', '12-31'])(
    'closes every year on %s and on no other day, leap years included',
    (monthDay) => {
      const always = { ...roundTheClock('UTC'), yearlyClosedDays: [monthDay] };
      const [first, last] = [dayOf('1999-01-01'), dayOf('2004-12-31')];
      const dates = Array.from({ length: last - first + 1 }, (_, index) => dateOf(first + index));
      expect(dates.filter((date) => !isOpen(`${date}T12:00:00.000Z`, always))).toEqual(
        dates.filter((date) => date.endsWith(`-${monthDay}`)),
      );
    },
  );

  it('is open at opening time and closed at closing time', () => {
    expect(isOpen(shanghai('2026-03-06T09:00'), office)).toBe(true);
    expect(isOpen(shanghai('2026-03-06T18:00'), office)).toBe(false);
    expect(nextOpen(shanghai('2026-03-06T12:00'), office)).toBe(shanghai('2026-03-06T13:00'));
    expect(nextOpen(shanghai('2026-03-06T10:00'), office)).toBe(shanghai('2026-03-06T10:00'));
  });

  it('goes back to the opening, and over nights and weekends', () => {
    expect(addWorkingTime(shanghai('2026-03-09T10:00'), -HOUR, office)).toBe(shanghai('2026-03-09T09:00'));
    expect(addWorkingTime(shanghai('2026-03-09T10:00'), -2 * HOUR, office)).toBe(shanghai('2026-03-06T17:00'));
  });

  it('leaves the start where nothing is added, open or not', () => {
    const saturday = shanghai('2026-03-07T10:00');
    expect([addWorkingTime(saturday, 0, office), addWorkingDays(saturday, 0, office)]).toEqual([saturday, saturday]);
    const berlin = roundTheClock('Europe/Berlin');
    const inTheHourThatComesTwice = '2026-10-25T01:30:00.000Z';
    expect(addWorkingDays(inTheHourThatComesTwice, 0, berlin)).toBe(inTheHourThatComesTwice);
  });

  it('may take years', () => {
    const days = 1_200;
    const due = new Date(Date.parse('2026-01-01T00:00:00Z') + days * 24 * HOUR).toISOString();
    expect(addWorkingTime('2026-01-01T00:00:00.000Z', days * 24 * HOUR, roundTheClock('UTC'))).toBe(due);
  });

  it('counts nothing when the end comes before the start', () => {
    expect(workingTimeBetween(shanghai('2026-03-06T11:00'), shanghai('2026-03-06T10:00'), office)).toBe(0);
  });

  it('keeps the time of day over working days and starts a weekend complaint from Monday', () => {
    expect(addWorkingDays(shanghai('2026-03-06T10:30'), 10, office)).toBe(shanghai('2026-03-20T10:30'));
    expect(addWorkingDays(shanghai('2026-03-07T10:30'), 1, office)).toBe(shanghai('2026-03-09T10:30'));
    expect(addWorkingDays(shanghai('2026-03-09T10:30'), -1, office)).toBe(shanghai('2026-03-06T10:30'));
  });

  it('may run to the close of the last working day, from whatever hour', () => {
    for (const hour of ['00:30', '10:30', '23:30'])
      expect(closeOfWorkingDays(shanghai(`2026-03-06T${hour}`), 1, office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfWorkingDays(shanghai('2026-03-07T10:30'), 1, office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfWorkingDays(shanghai('2026-03-06T10:30'), 0, office)).toBe(shanghai('2026-03-06T18:00'));
    expect(closeOfWorkingDays(shanghai('2026-03-06T18:00'), 0, office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfDay(shanghai('2026-03-09T09:30'), office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfDay(shanghai('2026-03-09T18:00'), office)).toBe(shanghai('2026-03-09T18:00'));
    const mornings = anOffice({ week: { mon: [[540, 720]] } });
    expect(closeOfWorkingDays(shanghai('2026-03-06T10:30'), 1, mornings)).toBe(shanghai('2026-03-09T12:00'));
    expect(closeOfDay(shanghai('2026-03-09T09:30'), mornings)).toBe(shanghai('2026-03-09T12:00'));
  });

  it('counts 23 hours on the day the clocks go forward and 25 on the day they go back', () => {
    const berlin = roundTheClock('Europe/Berlin');
    expect(workingTimeBetween('2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', berlin)).toBe(23 * HOUR);
    expect(workingTimeBetween('2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z', berlin)).toBe(25 * HOUR);
  });

  it('opens at the moment of the change where the opening time is skipped by it', () => {
    const night = anOffice({ timeZone: 'Europe/Berlin', week: { sun: [[150, 300]] } });
    expect(nextOpen('2026-03-28T12:00:00.000Z', night)).toBe('2026-03-29T01:00:00.000Z');
  });

  it('does not open where the whole slot is skipped by it', () => {
    const night = anOffice({ timeZone: 'Europe/Berlin', week: { sun: [[120, 180]] } });
    expect(nextOpen('2026-03-28T12:00:00.000Z', night)).toBe('2026-04-05T00:00:00.000Z');
  });

  it('has begun a day that is broken off by an hour of the day before', () => {
    const sundays = anOffice({ timeZone: 'America/St_Johns', week: { sun: [[0, 24 * 60]] } });
    const [midnight, saturdayAgain] = ['2010-11-07T02:30:00.000Z', '2010-11-07T02:45:00.000Z'];
    expect([isOpen(midnight, sundays), isOpen(saturdayAgain, sundays)]).toEqual([true, true]);
    expect(workingTimeBetween('2010-11-07T02:00:00.000Z', saturdayAgain, sundays)).toBe(HOUR / 4);
    expect(addWorkingTime(saturdayAgain, -HOUR / 4, sundays)).toBe(midnight);
    expect(closeOfDay(saturdayAgain, sundays)).toBe('2010-11-08T03:30:00.000Z');
  });

  it('knows a midnight that never was', () => {
    const saoPaulo = roundTheClock('America/Sao_Paulo');
    expect(workingTimeBetween('2015-10-17T12:00:00.000Z', '2015-10-19T12:00:00.000Z', saoPaulo)).toBe(48 * HOUR);
  });

  it('refuses to look for ever in a calendar that never opens', () => {
    expect(() => addWorkingTime(shanghai('2026-03-06T10:00'), HOUR, anOffice({ week: {} }))).toThrow(RangeError);
    expect(() => nextOpen(shanghai('2026-03-06T10:00'), anOffice({ week: {} }))).toThrow(RangeError);
    expect(() => addWorkingDays(shanghai('2026-03-06T10:00'), 1, anOffice({ week: {} }))).toThrow(RangeError);
    expect(isOpen(shanghai('2026-03-06T10:00'), anOffice({ week: {} }))).toBe(false);
  });

  it('looks a thousand days ahead and says that it stays closed', () => {
    const start = '2026-03-06T10:00:00.000Z';
    const opensIn = (days: number) =>
      anOffice({ week: {}, openedDays: { [dateOf(dayOf('2026-03-06') + days)]: [[540, 600]] } });
    expect(dayOf(nextOpen(start, opensIn(999)).slice(0, 10)) - dayOf('2026-03-06')).toBe(999);
    expect(() => nextOpen(start, opensIn(1_000))).toThrow('calendar office stays closed for 1000 days');
    expect(addWorkingDays(start, 1, opensIn(1_000)).slice(11)).toBe('10:00:00.000Z');
    expect(() => addWorkingDays(start, 1, opensIn(1_001))).toThrow('calendar office stays closed for 1000 days');
  });

  it('says when an answer rests on holidays that are not published yet', () => {
    const covered = anOffice({ coversUntil: '2026-12-31' });
    expect(liesBeyondCoverage(shanghai('2026-12-31T23:59'), covered)).toBe(false);
    expect(liesBeyondCoverage(shanghai('2027-01-01T00:00'), covered)).toBe(true);
    expect(liesBeyondCoverage(shanghai('2099-01-01T00:00'), office)).toBe(false);
  });
});
