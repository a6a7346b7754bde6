import { describe, expect, it } from '@jest/globals';
import { newCase, type CaseState } from '@redress/policy';
import { repeatStep } from './rhythm.step.ts';

const NOON = '2026-11-23T12:00:00.000Z';
const MORNING = '2026-11-23T08:00:00.000Z';
const due = {
  ...({ dutyId: 'progress-1', kind: 'progress', ref: null, waitsFor: null, rung: 'repeats' } as const),
  ...{ startedAt: MORNING, firesAt: NOON, dueAt: NOON },
};

function told(toldUpward: readonly string[], owner: string): CaseState {
  const first = {
    ...({ matters: [], kind: 'complaint', level: '2', class: '1', grade: 0, serious: false, fastLane: false } as const),
    ...({
      provisional: false,
      marks: [],
      departmentId: 'sales',
      ways: [],
      identification: 'none',
      missing: [],
    } as const),
  };
  return { ...newCase(first), owner, toldUpward };
}

describe('progress (PRC-25)', () => {
  it('goes upward: to everybody who was told, save who owns the complaint by now', () => {
    const { notices, entries } = repeatStep(told(['backup', 'head'], 'backup'), due, NOON);
    expect(notices).toEqual([{ to: { kind: 'person', personId: 'head' }, code: 'progress' }]);
    expect(entries[0]).toMatchObject({ code: 'progress-reported', facts: { told: 1 } });
  });

  it('is not reported when only the owner had been told, and comes round again all the same', () => {
    const { notices, entries, duties } = repeatStep(told(['backup'], 'backup'), due, NOON);
    expect([notices, entries]).toEqual([[], []]);
    expect(duties).toEqual([{ kind: 'progress', does: 'restart', from: NOON }]);
  });
});
