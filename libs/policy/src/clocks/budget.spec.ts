import { describe, expect, it } from '@jest/globals';
import { anOffice } from '../calendar/calendar.builder.ts';
import { aPack, days, hours, minutes, workingDays } from '../pack/pack.builder.ts';
import { DUTY_KINDS, type DutyKind } from '../pack/pack.ts';
import { whyOf } from '../why/why.ts';
import { budgetOf, type BudgetFacts } from './budget.ts';

const said = (text: string) => ({ zh: text, en: text });
const pack = aPack({
  ...{ writeUp: { within: days(7) }, tracking: { every: days(2) } },
  assessment: { due: 'never', fromGrade: 0, within: days(8), deduction: null },
  statutory: [
    {
      ...{ code: 'reply', title: said('reply'), source: { zh: '第八条', en: 'section 8' }, within: days(15) },
      ...{ when: { all: [] }, levels: [], kinds: [], tellsWhenPassed: null, mayLapse: false },
    },
  ],
  extensions: [
    {
      ...{ code: 'longer', title: said('longer'), of: ['solve', 'reply'], within: days(30) },
      ...{ by: 'leader', asks: { kind: 'department-head' } },
    },
  ],
});
const calendars = { office: anOffice() };
const NOW = '2026-03-06T08:00:00.000Z';
const facts: BudgetFacts = {
  ...{ kind: 'respond', level: '2', fastLane: false, handedOver: false, startedAt: NOW, now: NOW },
  ...{ respondDueAt: null, solveDueAt: null },
};

const chosen = (kind: DutyKind, more: Partial<BudgetFacts> = {}) =>
  budgetOf({ ...facts, kind, ...more }, pack, calendars);

describe('the time that a duty has (PRC-20)', () => {
  it.each([
    ['respond', hours(4)],
    ['date', hours(4)],
    ['solve', hours(48)],
    ['news', hours(24)],
    ['progress', hours(24)],
  ] as const)('%s: that of the level, which is named', (kind, budget) => {
    expect(chosen(kind)).toEqual({
      budget,
      because: [{ rule: `clock.${kind}`, facts: { level: '2', startedAt: NOW } }],
    });
  });

  it('is the level’s own for each level', () => {
    expect([chosen('respond', { level: '1' }).budget, chosen('solve', { level: '1' }).budget]).toEqual([
      hours(2),
      hours(24),
    ]);
    expect([chosen('news', { level: '1' }).budget, chosen('progress', { level: '1' }).budget]).toEqual([
      hours(8),
      hours(2),
    ]);
  });

  it('is that of the first contact on the fast lane (INT-23), and no other is shortened', () => {
    expect(chosen('respond', { fastLane: true }).budget).toEqual(minutes(15));
    expect(chosen('date', { fastLane: true }).budget).toEqual(minutes(15));
    expect(chosen('solve', { fastLane: true }).budget).toEqual(hours(48));
  });

  it.each([
    ['offer', days(5)],
    ['survey', days(10)],
    ['analysis', days(10)],
    ['follow-up', days(14)],
    ['report', days(3)],
    ['write-up', days(7)],
    ['assessment', days(8)],
    ['tracking', days(2)],
    ['new-facts', workingDays(1, 'office')],
    ['reopening', days(30)],
  ] as const)('%s: that of the pack', (kind, budget) => {
    expect(chosen(kind)).toEqual({ budget, because: [{ rule: `clock.${kind}`, facts: { startedAt: NOW } }] });
  });

  it('misconduct: that of the pack which says where it goes (INT-15)', () => {
    const to = { kind: 'role', role: 'management' } as const;
    const ruled = aPack({ misconduct: { to, tells: [], within: days(30) } });
    const { budget, because } = budgetOf({ ...facts, kind: 'misconduct' }, ruled, calendars);
    expect([budget, because]).toEqual([days(30), [{ rule: 'clock.misconduct', facts: { startedAt: NOW } }]]);
    expect(because.map((one) => whyOf(one).en)).toEqual([
      'The clock of "record of misconduct", from 2026-03-06 08:00 UTC.',
    ]);
    expect(() => chosen('misconduct')).toThrow(RangeError);
  });

  it('statutory: that of the law, which is named (PRC-21)', () => {
    expect(chosen('statutory', { ref: 'reply' })).toEqual({
      budget: days(15),
      because: [{ rule: 'clock.statutory', facts: { code: 'reply', startedAt: NOW, zh: '第八条', en: 'section 8' } }],
    });
  });

  it('is what it was extended to, where that has been granted', () => {
    expect(chosen('solve', { granted: ['longer'] }).budget).toEqual(days(30));
    expect(chosen('statutory', { ref: 'reply', granted: ['longer'] }).budget).toEqual(days(30));
    expect(chosen('respond', { granted: ['longer'] }).budget).toEqual(hours(4));
  });

  it('accept: the level’s, and more for what came from another department', () => {
    expect(chosen('accept')).toMatchObject({ budget: minutes(30), because: [{ rule: 'accept.level' }] });
    expect(chosen('accept', { handedOver: true })).toMatchObject({
      budget: hours(4),
      because: [{ rule: 'accept.hand-over', facts: {} }],
    });
  });

  it.each(['backup', 'record', 'request', 'task', 'approval', 'ruling'] as const)(
    '%s: half of what remains of solve, an hour at least, five days at most',
    (kind) => {
      const due = (solveDueAt: string | null, respondDueAt: string | null = null) =>
        chosen(kind, { solveDueAt, respondDueAt });
      expect(due('2026-03-08T08:00:00.000Z').budget).toEqual(minutes(24 * 60));
      expect(due('2026-03-08T08:00:00.000Z', '2026-03-06T10:00:00.000Z').budget).toEqual(minutes(24 * 60));
      expect(due('2026-03-06T08:30:00.000Z').budget).toEqual(minutes(60));
      expect(due(null)).toEqual({
        ...{ budget: days(5), dueAt: '2026-03-11T08:00:00.000Z' },
        because: [{ rule: `clock.${kind}`, facts: {} }],
      });
    },
  );

  it('is known for every duty, and for no level that the pack lacks', () => {
    // What the law gives has a code of its own, and misconduct a section of the pack; without one there is none.
    const kinds = DUTY_KINDS.filter((kind) => kind !== 'statutory' && kind !== 'misconduct');
    for (const kind of kinds) expect(chosen(kind).budget.amount).toBeGreaterThan(0);
    expect(() => chosen('statutory')).toThrow(RangeError);
    expect(() => chosen('respond', { level: '9' })).toThrow(RangeError);
  });
});
