import { describe, expect, it } from '@jest/globals';
import { anOffice, roundTheClock } from './calendar.builder.ts';
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

  it('closes on its yearly days and on no other, leap years included', () => {
    const always = { ...roundTheClock('UTC'), yearlyClosedDays: ['02-29', '03-01', '12-31'] };
    const closed: string[] = [];
    for (let at = Date.parse('1999-01-01T12:00:00Z'); at < Date.parse('2005-01-01'); at += 24 * HOUR) {
      const noon = new Date(at).toISOString();
      if (!isOpen(noon, always)) closed.push(noon.slice(0, 10));
    }
    const everyYear = [1999, 2000, 2001, 2002, 2003, 2004].flatMap((year) => [`${year}-03-01`, `${year}-12-31`]);
    expect(closed).toEqual([...everyYear, '2000-02-29', '2004-02-29'].sort());
  });

  it('is open at opening time and closed at closing time', () => {
    expect(isOpen(shanghai('2026-03-06T09:00'), office)).toBe(true);
    expect(isOpen(shanghai('2026-03-06T18:00'), office)).toBe(false);
    expect(nextOpen(shanghai('2026-03-06T12:00'), office)).toBe(shanghai('2026-03-06T13:00'));
  });

  it('counts nothing when the end comes before the start', () => {
    expect(workingTimeBetween(shanghai('2026-03-06T11:00'), shanghai('2026-03-06T10:00'), office)).toBe(0);
  });

  it('keeps the time of day over working days and starts a weekend complaint from Monday', () => {
    expect(addWorkingDays(shanghai('2026-03-06T10:30'), 10, office)).toBe(shanghai('2026-03-20T10:30'));
    expect(addWorkingDays(shanghai('2026-03-07T10:30'), 1, office)).toBe(shanghai('2026-03-09T10:30'));
  });

  it('may run to the close of the last working day, from whatever hour', () => {
    for (const hour of ['00:30', '10:30', '23:30'])
      expect(closeOfWorkingDays(shanghai(`2026-03-06T${hour}`), 1, office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfWorkingDays(shanghai('2026-03-07T10:30'), 1, office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfWorkingDays(shanghai('2026-03-06T10:30'), 0, office)).toBe(shanghai('2026-03-06T18:00'));
    expect(closeOfWorkingDays(shanghai('2026-03-06T18:00'), 0, office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfDay(shanghai('2026-03-09T09:30'), office)).toBe(shanghai('2026-03-09T18:00'));
    expect(closeOfDay(shanghai('2026-03-09T18:00'), office)).toBe(shanghai('2026-03-09T18:00'));
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

  it('says when an answer rests on holidays that are not published yet', () => {
    const covered = anOffice({ coversUntil: '2026-12-31' });
    expect(liesBeyondCoverage(shanghai('2026-12-31T23:59'), covered)).toBe(false);
    expect(liesBeyondCoverage(shanghai('2027-01-01T00:00'), covered)).toBe(true);
  });
});
