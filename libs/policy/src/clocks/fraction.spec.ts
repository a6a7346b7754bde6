import { describe, expect, it } from '@jest/globals';
import { hours } from '../pack/pack.builder.ts';
import type { Clock } from './clock.ts';
import { instantAtFraction } from './fraction.ts';

const START = '2026-03-06T08:00:00.000Z';
const clock: Clock = { kind: 'respond', startedAt: START, budget: hours(4), givenDate: null, pauses: [] };
const at = (fraction: number, changes: Partial<Clock> = {}) =>
  instantAtFraction({ ...clock, ...changes }, fraction, {});

describe('a fraction of a clock (PRC-23, PRC-25)', () => {
  it('lies inside it, at its end, or beyond', () => {
    expect([at(0.75), at(1), at(1.5)]).toEqual([
      ...['2026-03-06T11:00:00.000Z', '2026-03-06T12:00:00.000Z', '2026-03-06T14:00:00.000Z'],
    ]);
  });

  it('goes by the date that the handler gave', () => {
    const givenDate = '2026-03-06T10:00:00.000Z';
    expect([at(0.5, { givenDate }), at(1, { givenDate }), at(2, { givenDate })]).toEqual([
      ...['2026-03-06T09:00:00.000Z', givenDate, '2026-03-06T12:00:00.000Z'],
    ]);
  });

  it('is never after the end while it lies inside', () => {
    const pauses = [{ from: '2026-03-06T12:00:00.000Z', to: '2026-03-06T13:00:00.000Z' }];
    expect(at(0.99999999999, { pauses })).toBe('2026-03-06T12:00:00.000Z');
    const givenDate = '2026-03-06T07:00:00.000Z';
    expect(at(0.5, { givenDate })).toBe(givenDate);
  });

  it('does not come while a pause lasts that began before it', () => {
    const pauses = [{ from: '2026-03-06T11:30:00.000Z', to: null }];
    expect([at(0.75, { pauses }), at(1, { pauses }), at(1.5, { pauses })]).toEqual([
      '2026-03-06T11:00:00.000Z',
      null,
      null,
    ]);
  });
});
