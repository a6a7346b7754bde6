import { describe, expect, it } from '@jest/globals';
import { anAction } from './action.builder.ts';
import { clockOf, firing, FOLLOW_UP, heardBy, type ActionTerms } from './action.clocks.ts';

const DAY_MS = 86_400_000;
const TERMS: ActionTerms = { remindAt: 0.75, judgeWithinMs: 7 * DAY_MS, escalateAfterMs: 3 * DAY_MS };
const FREE = { ownerOnDuty: true, headIsFree: true };

describe('the clock of an action (IMP-10)', () => {
  it('reminds after three quarters of the time, says when it is late, and climbs', () => {
    expect(clockOf(anAction(), TERMS)).toEqual({
      owedAt: '2026-12-09T00:00:00.000Z',
      rungs: [
        { code: 'action-reminded', firesAt: '2026-12-07T00:00:00.000Z' },
        { code: 'action-overdue', firesAt: '2026-12-09T00:00:00.000Z' },
        { code: 'action-escalated', firesAt: '2026-12-12T00:00:00.000Z' },
      ],
    });
  });

  it('reminds nobody of a date that had passed before it was set', () => {
    const late = clockOf(anAction({ clockFrom: '2026-12-10T00:00:00.000Z' }), TERMS);
    expect(late.rungs.map(({ code }) => code)).toEqual(['action-overdue', 'action-escalated']);
  });

  it('waits for the follow-up date once it is done, when nobody owes anything', () => {
    expect(clockOf(anAction({ stage: 'done' }), TERMS)).toEqual({
      owedAt: null,
      rungs: [{ code: FOLLOW_UP, firesAt: '2027-01-09T00:00:00.000Z' }],
    });
  });

  it('asks for the judgement at once when it was done after its follow-up date', () => {
    const clockFrom = '2027-02-01T00:00:00.000Z';
    expect(clockOf(anAction({ stage: 'done', clockFrom }), TERMS).rungs).toEqual([
      { code: FOLLOW_UP, firesAt: clockFrom },
    ]);
  });

  it.each([
    ['judging', 'action-evaluation'],
    ['adjusting', 'action-adjustment'],
  ] as const)('gives %s a week', (stage, what) => {
    expect(clockOf(anAction({ stage }), TERMS)).toEqual({
      owedAt: '2026-12-08T00:00:00.000Z',
      rungs: [
        { code: `${what}-overdue`, firesAt: '2026-12-08T00:00:00.000Z' },
        { code: `${what}-escalated`, firesAt: '2026-12-11T00:00:00.000Z' },
      ],
    });
  });

  it('is over when the action is closed', () => {
    expect(clockOf(anAction({ stage: 'closed' }), TERMS)).toEqual({ owedAt: null, rungs: [] });
  });
});

describe('what fires', () => {
  const fire = (code: string, places = FREE) =>
    firing(anAction({ stage: 'done' }), { code, firesAt: '2027-01-09T00:00:00.000Z' }, places);

  it('moves the stage at the follow-up date only', () => {
    expect(fire(FOLLOW_UP)).toMatchObject({
      changes: { stage: 'judging', clockFrom: '2027-01-09T00:00:00.000Z' },
      happening: 'reminded',
      to: ['department-head'],
    });
    expect(fire('action-overdue')).toMatchObject({ changes: {}, happening: 'overdue' });
  });

  it('is heard by who stands higher the later it is', () => {
    expect(['action-reminded', 'action-overdue', 'action-escalated'].map((code) => fire(code).to)).toEqual([
      ['owner'],
      ['owner', 'department-head'],
      ['department-head', 'coordinator'],
    ]);
  });

  it('is heard by the head too where the owner is away, and by the coordinator where the head cannot judge', () => {
    expect(heardBy(['owner'], { ...FREE, ownerOnDuty: false })).toEqual(['owner', 'department-head']);
    expect(heardBy(['department-head'], { ...FREE, headIsFree: false })).toEqual(['coordinator']);
    expect(heardBy(['department-head', 'coordinator'], { ...FREE, headIsFree: false })).toEqual(['coordinator']);
  });
});
