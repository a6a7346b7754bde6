import { describe, expect, it } from '@jest/globals';
import type { Actor, Capability } from '@redress/policy';
import { mayRead } from './action.access.ts';
import { anAction } from './action.builder.ts';
import { ACTION_ACTS, change, done, evaluate, gate, type ActionAct, type ActionVerdict } from './action.decisions.ts';
import type { ActionStage } from './action.ts';

const NOW = '2026-12-05T00:00:00.000Z';
const DATES = { dueAt: '2026-12-20T00:00:00.000Z', followUpAt: '2027-01-20T00:00:00.000Z' };

function actor(id: string, departmentId: string, ...capabilities: Capability[]): Actor {
  return { id, kind: 'person', roles: [], capabilities, departmentId, limits: null };
}
const OWNER = actor('owner', 'logistics', 'handle', 'read-department');
const HEAD = actor('head', 'logistics', 'approve', 'read-department');
const OTHER_HEAD = actor('other', 'sales', 'approve', 'read-department');
const MANAGER = actor('manager', 'customer-service', 'coordinate', 'read-all');

const changesOf = (verdict: ActionVerdict) => ('step' in verdict ? verdict.step.changes : null);
const codeOf = (verdict: ActionVerdict) => ('refusal' in verdict ? verdict.refusal.code : null);

describe('who may do what with an action (PRC-31)', () => {
  const may = (who: Actor, act: ActionAct, stage: ActionStage) =>
    gate(who, anAction({ stage }), act)?.code ?? 'allowed';

  it('lets the owner work, and nobody judge the own work', () => {
    expect(may(OWNER, 'progress', 'open')).toBe('allowed');
    expect(may(OWNER, 'done', 'open')).toBe('allowed');
    expect(may(OWNER, 'evaluations', 'judging')).toBe('own-action');
    expect(may(actor('owner', 'logistics', 'approve'), 'evaluations', 'judging')).toBe('own-action');
    expect(may(actor('owner', 'logistics', 'coordinate'), 'changes', 'open')).toBe('own-action');
  });

  it("lets the department's head and the complaint manager judge and change, and no other department's", () => {
    for (const who of [HEAD, MANAGER])
      for (const act of ACTION_ACTS) expect(may(who, act, act === 'evaluations' ? 'judging' : 'open')).toBe('allowed');
    for (const act of ACTION_ACTS) expect(may(OTHER_HEAD, act, 'open')).toBe('not-permitted');
  });

  it.each([
    ['progress', ['done', 'judging', 'adjusting', 'closed']],
    ['done', ['done', 'judging', 'adjusting', 'closed']],
    ['evaluations', ['open', 'done', 'adjusting', 'closed']],
    ['changes', ['closed']],
  ] as const)('refuses %s out of order at %j', (act, stages) => {
    for (const stage of stages) expect(may(HEAD, act, stage)).toBe('out-of-order');
  });

  it('shows it to the owner, the department and who reads all, restricted only with the grant', () => {
    const action = { ...anAction(), access: 'open', concerned: [] } as const;
    expect([OWNER, HEAD, OTHER_HEAD, MANAGER].map((who) => mayRead(who, action))).toEqual([true, true, false, true]);
    expect([OWNER, MANAGER].map((who) => mayRead(who, { ...action, access: 'restricted' }))).toEqual([false, false]);
    const granted = actor('gm', 'management', 'read-all', 'read-restricted');
    expect(mayRead(granted, { ...action, access: 'restricted' })).toBe(true);
    expect(mayRead(granted, { ...action, concerned: [granted.id] })).toBe(false);
  });
});

describe('an action (IMP-11)', () => {
  it('is done in time until the very date', () => {
    const inTime = (now: string) => {
      const verdict = done(anAction(), now);
      return 'step' in verdict ? verdict.step.detail['inTime'] : null;
    };
    expect([inTime('2026-12-09T00:00:00.000Z'), inTime('2026-12-09T00:00:00.001Z')]).toEqual([true, false]);
  });

  const judging = anAction({ stage: 'judging', doneAt: '2026-12-04T00:00:00.000Z' });

  it('closes when it was effective', () => {
    expect(changesOf(evaluate(judging, NOW, { effective: true, adjusted: null }))).toEqual({
      stage: 'closed',
      closedAt: NOW,
      clockFrom: NOW,
    });
  });

  it('asks for a new plan when it was not, and starts again with one', () => {
    expect(changesOf(evaluate(judging, NOW, { effective: false, adjusted: null }))).toEqual({
      stage: 'adjusting',
      clockFrom: NOW,
    });
    expect(changesOf(evaluate(judging, NOW, { effective: false, adjusted: DATES }))).toEqual({
      ...DATES,
      ...{ stage: 'open', round: 2, clockFrom: NOW, doneAt: null },
    });
    const adjusting = anAction({ stage: 'adjusting' });
    expect(changesOf(change(adjusting, NOW, DATES))).toMatchObject({ stage: 'open', round: 2 });
    expect(codeOf(change(adjusting, NOW, { dueAt: DATES.dueAt }))).toBe('both-dates-needed');
  });

  it('takes no plan whose dates have passed or whose effect would be judged before the work is due', () => {
    const passed = { ...DATES, dueAt: NOW };
    const reversed = { dueAt: DATES.followUpAt, followUpAt: DATES.dueAt };
    expect(codeOf(evaluate(judging, NOW, { effective: false, adjusted: passed }))).toBe('date-has-passed');
    expect(codeOf(change(anAction(), NOW, reversed))).toBe('follow-up-before-due');
  });

  it('starts its clock anew with a new date, and keeps it with another owner', () => {
    expect(changesOf(change(anAction(), NOW, { dueAt: DATES.dueAt }))).toMatchObject({ clockFrom: NOW });
    const handed = changesOf(change(anAction(), NOW, { ownerId: 'next', departmentId: 'logistics' }));
    expect(handed).toEqual({ ownerId: 'next', departmentId: 'logistics' });
  });

  it('puts a judgement off by a later follow-up date, and takes no date for work that is done', () => {
    expect(changesOf(change(judging, NOW, { followUpAt: DATES.followUpAt }))).toMatchObject({ stage: 'done' });
    expect(codeOf(change(judging, NOW, { followUpAt: NOW }))).toBe('date-has-passed');
    expect(codeOf(change(judging, NOW, DATES))).toBe('out-of-order');
  });

  it('says so when nothing changes', () => {
    expect(codeOf(change(anAction(), NOW, { ownerId: 'owner' }))).toBe('nothing-changes');
  });
});
