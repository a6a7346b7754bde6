import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../clocks/clock.ts';
import { aPack, days } from '../pack/pack.builder.ts';
import type { DutyKind } from '../pack/pack.ts';
import { firingsOf, ladderFor } from './ladder.ts';

const pack = aPack();
const START = '2026-03-06T08:00:00.000Z';
const clockOf = (kind: DutyKind, changes: Partial<Clock> = {}): Clock => ({
  ...{ kind, startedAt: START, budget: days(10), givenDate: null, pauses: [] },
  ...changes,
});
const fires = (clock: Clock) =>
  firingsOf(clock, pack, {}).map(({ rung, firesAt }) => `${rung} ${firesAt.slice(0, 10)}`);
const paused = [{ from: '2026-03-08T08:00:00.000Z', to: null }];

describe('what happens on the way of a duty', () => {
  it.each(['news', 'progress'] as const)('%s comes round again, not while a pause lasts', (kind) => {
    expect(fires(clockOf(kind))).toEqual(['repeats 2026-03-16']);
    expect(fires(clockOf(kind, { pauses: paused }))).toEqual([]);
  });

  it.each(['accept', 'offer', 'reopening'] as const)('%s is decided by its stage', (kind) => {
    expect(fires(clockOf(kind))).toEqual(['passes 2026-03-16']);
    expect(fires(clockOf(kind, { pauses: paused }))).toEqual([]);
  });

  it('the survey is sent and reminded of before it closes (PRC-9)', () => {
    expect(fires(clockOf('survey'))).toEqual(['send 2026-03-07', 'remind 2026-03-10', 'passes 2026-03-16']);
    expect(fires(clockOf('survey', { pauses: paused }))).toEqual(['send 2026-03-07']);
  });

  it('everything else climbs the ladder of the pack, from the lowest rung up', () => {
    const mixed = { ...pack, ladder: [...pack.ladder].reverse() };
    expect(ladderFor('solve', mixed).map(({ code }) => code)).toEqual([
      ...['warning', 'backup', 'department-head', 'complaint-manager', 'leader'],
    ]);
    expect(mixed.ladder[0]?.code).toBe('leader');
    expect(fires(clockOf('solve'))).toEqual([
      ...['warning 2026-03-13', 'backup 2026-03-16', 'department-head 2026-03-18'],
      ...['complaint-manager 2026-03-21', 'leader 2026-03-26'],
    ]);
    expect(fires(clockOf('task'))).toEqual([]);
  });
});

describe('what the law gives (PRC-21)', () => {
  const said = { zh: '', en: '' };
  const duty = (code: string, mayLapse: boolean) => ({
    ...{ code, mayLapse, title: said, source: said, within: days(10), when: { all: [] } },
    ...{ levels: [], kinds: [], tellsWhenPassed: null },
  });
  const byLaw = aPack({
    statutory: [duty('reply', false), duty('easier-way', true)],
    ladder: pack.ladder.map((rung) => ({ ...rung, duties: ['statutory'] })),
  });
  const happens = (ref: string, changes: Partial<Clock> = {}) =>
    firingsOf(clockOf('statutory', changes), byLaw, {}, ref).map(
      ({ rung, firesAt }) => `${rung} ${firesAt.slice(0, 10)}`,
    );

  it('runs out before the rungs of the same instant climb', () => {
    expect(happens('reply')).toEqual([
      ...['warning 2026-03-13', 'runs-out 2026-03-16', 'backup 2026-03-16', 'department-head 2026-03-18'],
      ...['complaint-manager 2026-03-21', 'leader 2026-03-26'],
    ]);
  });

  it('may lapse where it is only an easier way: no rung watches it', () => {
    expect(happens('easier-way')).toEqual(['runs-out 2026-03-16']);
  });
});
