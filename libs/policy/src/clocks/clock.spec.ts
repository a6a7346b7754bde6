import { describe, expect, it } from '@jest/globals';
import { anOffice } from '../calendar/calendar.builder.ts';
import { hours, workingDays, workingHours } from '../pack/pack.builder.ts';
import type { Budget } from '../pack/pack.ts';
import type { Clock, Pause } from './clock.ts';
import { unpausedBetween } from './counted-time.ts';
import { dueAt, dueOf } from './due.ts';
import { instantAtFraction } from './fraction.ts';

const calendars = { office: anOffice({ version: 'v7', coversUntil: '2026-12-31' }) };
const shanghai = (local: string) => new Date(`${local}+08:00`).toISOString();
const friday = shanghai('2026-03-06T16:00');
const due = (budget: Budget, pauses: Pause[] = []) => dueAt(friday, budget, calendars, pauses).dueAt;
const clock = (budget: Budget, other: Partial<Clock> = {}): Clock => ({
  kind: 'solve',
  startedAt: friday,
  budget,
  givenDate: null,
  pauses: [],
  ...other,
});

describe('a clock', () => {
  it('runs day and night in calendar time, in open hours in working time', () => {
    expect(due(hours(24))).toBe(shanghai('2026-03-07T16:00'));
    expect(due(workingHours(4, 'office'))).toBe(shanghai('2026-03-09T11:00'));
    expect(due(workingDays(10, 'office'))).toBe(shanghai('2026-03-20T16:00'));
  });

  it('says by which calendar and version it was computed, and when that knows no holidays yet', () => {
    const stated = { amount: 4, unit: 'hours', time: 'working', calendar: 'office', version: 'v7', pauses: 0 };
    expect(dueAt(friday, workingHours(4, 'office'), calendars, []).because).toEqual([
      { rule: 'clock.budget', facts: stated },
    ]);
    const late = dueAt(shanghai('2026-12-31T17:30'), workingHours(4, 'office'), calendars, []).because;
    expect(late.map((one) => one.rule)).toEqual(['clock.budget', 'calendar.beyond-coverage']);
  });

  it('is moved by a pause, and by two that overlap only once', () => {
    const pause = { from: shanghai('2026-03-06T18:00'), to: shanghai('2026-03-06T20:00') };
    const other = { from: shanghai('2026-03-06T19:00'), to: shanghai('2026-03-06T21:00') };
    expect(due(hours(24), [pause])).toBe(shanghai('2026-03-07T18:00'));
    expect(due(hours(24), [other, pause])).toBe(shanghai('2026-03-07T19:00'));
  });

  it('loses no working time to a pause while the office is closed', () => {
    const night = { from: shanghai('2026-03-06T18:00'), to: shanghai('2026-03-09T09:00') };
    expect(due(workingHours(4, 'office'), [night])).toBe(shanghai('2026-03-09T11:00'));
    expect(due(workingDays(10, 'office'), [night])).toBe(shanghai('2026-03-20T16:00'));
  });

  it('does not mind a pause before its start or after its end', () => {
    const before = { from: shanghai('2026-03-01T00:00'), to: shanghai('2026-03-02T00:00') };
    const after = { from: shanghai('2026-03-08T00:00'), to: shanghai('2026-03-09T00:00') };
    expect(due(hours(24), [before, after])).toBe(shanghai('2026-03-07T16:00'));
  });

  it('has no due instant while a pause lasts, unless it fell due before', () => {
    expect(due(hours(24), [{ from: shanghai('2026-03-06T18:00'), to: null }])).toBeNull();
    expect(due(hours(24), [{ from: shanghai('2026-03-07T18:00'), to: null }])).toBe(shanghai('2026-03-07T16:00'));
  });

  it("falls due on the handler's own date, moved by its pauses (PRC-20, level 4)", () => {
    const givenDate = shanghai('2026-03-10T16:00');
    const pauses = [{ from: shanghai('2026-03-07T00:00'), to: shanghai('2026-03-08T00:00') }];
    expect(dueOf(clock(hours(240), { givenDate }), calendars).dueAt).toBe(givenDate);
    expect(dueOf(clock(hours(240), { givenDate, pauses }), calendars).dueAt).toBe(shanghai('2026-03-11T16:00'));
  });

  it('counts time used without the pauses', () => {
    const pauses = [{ from: shanghai('2026-03-06T17:00'), to: shanghai('2026-03-06T17:30') }];
    const used = unpausedBetween(friday, shanghai('2026-03-06T18:00'), hours(24), pauses, calendars);
    expect(used).toBe(90 * 60_000);
  });

  it('fails on a calendar that is not in force', () => {
    expect(() => due(workingHours(4, 'elsewhere'))).toThrow(RangeError);
  });
});

describe('a fraction of a clock', () => {
  const at = (budget: Budget, fraction: number, other: Partial<Clock> = {}) =>
    instantAtFraction(clock(budget, other), fraction, calendars);

  it('is calendar time of a calendar clock and working time of a working one', () => {
    expect(at(hours(24), 0.75)).toBe(shanghai('2026-03-07T10:00'));
    expect(at(workingHours(4, 'office'), 0.75)).toBe(shanghai('2026-03-09T10:00'));
    expect(at(workingHours(4, 'office'), 1.5)).toBe(shanghai('2026-03-09T14:00'));
  });

  it('of working days is counted in their open hours', () => {
    expect(at(workingDays(2, 'office'), 0.5)).toBe(shanghai('2026-03-09T16:00'));
    expect(at(workingDays(2, 'office'), 1)).toBe(shanghai('2026-03-10T16:00'));
    expect(at(workingDays(2, 'office'), 1.5)).toBe(shanghai('2026-03-11T16:00'));
  });

  it('moves with the pauses before it', () => {
    const pauses = [{ from: shanghai('2026-03-06T18:00'), to: shanghai('2026-03-06T20:00') }];
    expect(at(hours(24), 0.75, { pauses })).toBe(shanghai('2026-03-07T12:00'));
  });

  it('that was reached before an open pause keeps its instant, the others have none', () => {
    const pauses = [{ from: shanghai('2026-03-07T12:00'), to: null }];
    expect(at(hours(24), 0.75, { pauses })).toBe(shanghai('2026-03-07T10:00'));
    expect(at(hours(24), 1, { pauses })).toBeNull();
    expect(at(hours(24), 1.25, { pauses })).toBeNull();
  });
});
