import { describe, expect, it } from '@jest/globals';
import { anOffice } from '../calendar/calendar.builder.ts';
import { days, hours, minutes, workingDays, workingHours } from '../pack/pack.builder.ts';
import type { Clock } from './clock.ts';
import { addUnpaused, countedBetween, countsWorkingTime, unpausedBetween } from './counted-time.ts';
import { calendarMs, dueAt, dueOf, lengthOf } from './due.ts';

const START = '2026-03-06T08:00:00.000Z';
const calendars = { office: anOffice({ coversUntil: '2026-03-08' }) };
const stated = (amount: number, unit: string, more: object = {}) => ({
  rule: 'clock.budget',
  facts: { amount, unit, time: 'calendar', calendar: null, version: null, pauses: 0, ...more },
});
const pause = (from: string, to: string | null) => ({
  from: `2026-03-06T${from}:00.000Z`,
  to: to === null ? null : `2026-03-06T${to}:00.000Z`,
});
const clock: Clock = { kind: 'respond', startedAt: START, budget: hours(4), givenDate: null, pauses: [] };

describe('when a clock falls due, and why (PRC-20)', () => {
  it.each([
    [minutes(90), '2026-03-06T09:30:00.000Z', stated(90, 'minutes')],
    [hours(4), '2026-03-06T12:00:00.000Z', stated(4, 'hours')],
    [days(2), '2026-03-08T08:00:00.000Z', stated(2, 'days')],
  ])('%j', (budget, at, because) => {
    expect(dueAt(START, budget, calendars, [])).toEqual({ dueAt: at, because: [because] });
  });

  it('names the calendar that it counts by, and says where that knows no holidays yet', () => {
    const { because } = dueAt(START, workingDays(3, 'office'), calendars, []);
    const office = { calendar: 'office', version: calendars.office.version };
    expect(because).toEqual([
      stated(3, 'working-days', { time: 'working', ...office }),
      { rule: 'calendar.beyond-coverage', facts: { calendar: 'office', coversUntil: '2026-03-08' } },
    ]);
    expect(dueAt(START, workingHours(1, 'office'), calendars, []).because).toEqual([
      stated(1, 'hours', { time: 'working', ...office }),
    ]);
  });

  it('goes by the date that the handler gave, and says so', () => {
    const givenDate = '2026-03-06T10:00:00.000Z';
    expect(dueOf({ ...clock, givenDate }, {})).toEqual({
      dueAt: givenDate,
      because: [stated(4, 'hours'), { rule: 'clock.given-date', facts: { givenDate } }],
    });
    expect(lengthOf({ ...clock, givenDate }, {})).toBe(2 * 3_600_000);
    expect(lengthOf(clock, {})).toBe(4 * 3_600_000);
  });

  it('counts the pauses that began before it, and none after (PRC-21)', () => {
    const pauses = [pause('09:00', '10:00'), pause('14:00', '15:00')];
    expect(dueOf({ ...clock, pauses }, {})).toEqual({
      dueAt: '2026-03-06T13:00:00.000Z',
      because: [stated(4, 'hours', { pauses: 1 })],
    });
    expect(dueOf({ ...clock, pauses: [pause('12:00', null)] }, {})).toEqual({
      ...{ dueAt: '2026-03-06T12:00:00.000Z', because: [stated(4, 'hours')] },
    });
    expect(dueOf({ ...clock, pauses: [pause('11:59', null)] }, {})).toMatchObject({ dueAt: null });
  });

  it('stays at its very time of day where a pause takes no working time', () => {
    const night = { from: '2026-03-06T14:00:00.000Z', to: '2026-03-06T23:00:00.000Z' };
    const evening = '2026-03-06T12:00:00.000Z';
    expect(dueAt(evening, workingDays(1, 'office'), calendars, [night]).dueAt).toBe('2026-03-09T12:00:00.000Z');
  });

  it('says that it runs to the close', () => {
    const toClose = { ...workingDays(1, 'office'), toClose: true } as const;
    expect(dueAt(START, toClose, calendars, []).because[0]?.facts).toMatchObject({ toClose: true });
    expect(dueAt(START, workingDays(1, 'office'), calendars, []).because[0]?.facts).not.toHaveProperty('toClose');
  });

  it('has no length in milliseconds where it counts working time', () => {
    expect([minutes(1.5), hours(2), days(3)].map(calendarMs)).toEqual([90_000, 7_200_000, 259_200_000]);
    expect(() => calendarMs(workingHours(3, 'office'))).toThrow('3 hours of working time');
    expect(() => calendarMs(workingDays(2, 'office'))).toThrow('2 working-days of working time');
  });
});

describe('counted time', () => {
  it('is working time where the budget says so or counts working days', () => {
    const calendarDays = { ...workingDays(1, 'office'), time: 'calendar' } as const;
    expect(
      [hours(1), workingHours(1, 'office'), workingDays(1, 'office'), calendarDays].map(countsWorkingTime),
    ).toEqual([...[false, true, true, true]]);
    expect(countedBetween('2026-03-06T09:00:00.000Z', START, hours(1), {})).toBe(0);
  });

  it('loses what pauses share once, whatever their order', () => {
    const pauses = [pause('10:00', '12:00'), pause('09:00', '11:00')];
    expect(addUnpaused(START, 2 * 3_600_000, hours(9), pauses, {})).toBe('2026-03-06T13:00:00.000Z');
    expect(unpausedBetween(START, '2026-03-06T14:00:00.000Z', hours(9), pauses, {})).toBe(3 * 3_600_000);
    const within = [pause('09:00', '12:00'), pause('10:00', '11:00')];
    expect(unpausedBetween(START, '2026-03-06T14:00:00.000Z', hours(9), within, {})).toBe(3 * 3_600_000);
  });

  it('stands still from an open pause on, and does not count one that comes after', () => {
    const open = [pause('09:00', null)];
    expect(unpausedBetween(START, '2026-03-06T14:00:00.000Z', hours(9), open, {})).toBe(3_600_000);
    expect(unpausedBetween(START, '2026-03-06T09:00:00.000Z', hours(9), open, {})).toBe(3_600_000);
    expect(addUnpaused(START, 3_600_000, hours(9), open, {})).toBe('2026-03-06T09:00:00.000Z');
    expect(addUnpaused(START, 3_600_001, hours(9), open, {})).toBeNull();
    const before = [{ from: '2026-03-06T06:00:00.000Z', to: '2026-03-06T07:00:00.000Z' }];
    expect(addUnpaused(START, 3_600_000, hours(9), before, {})).toBe('2026-03-06T09:00:00.000Z');
    const across = [{ from: '2026-03-06T07:00:00.000Z', to: '2026-03-06T08:30:00.000Z' }];
    expect(unpausedBetween(START, '2026-03-06T10:00:00.000Z', hours(9), across, {})).toBe(1.5 * 3_600_000);
  });
});
