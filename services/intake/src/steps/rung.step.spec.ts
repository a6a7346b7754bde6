import { describe, expect, it } from '@jest/globals';
import type { Addressees, CaseState, Rung } from '@redress/policy';
import { BACKUP, caseState, HEAD, OWNER } from '@redress/policy/builders';
import { rungStep } from './rung.step.ts';

const AT = '2026-11-23T01:15:00.000Z';
const due = {
  ...({ dutyId: 'respond-1', kind: 'respond', ref: null, waitsFor: null, rung: 'department-head' } as const),
  ...{ startedAt: '2026-11-23T01:00:00.000Z', firesAt: AT, dueAt: AT },
};
const rung: Rung = {
  ...{ code: 'department-head', duties: ['respond'], atFraction: 1, warning: false },
  ...{ tells: [{ kind: 'department-head' }], movesOwnershipTo: 'department-head' },
};
const unaccepted = caseState({ stage: 'assigned', accepted: false });

function climbs(state: CaseState, to: string | null) {
  const addressees: Addressees = { tells: [HEAD], ownershipMovesTo: to, because: [] };
  const { changes, duties } = rungStep(state, due, rung, addressees);
  return { changes, duties: duties.map(({ kind, does }) => `${does} ${kind}`) };
}

describe('a rung that moves ownership', () => {
  it('to the head ends the asking who accepts: the head owns it (PRC-2)', () => {
    const { changes, duties } = climbs(unaccepted, HEAD);
    expect(changes).toMatchObject({ owner: HEAD, accepted: true, stage: 'investigating' });
    expect(duties).toContain('dropped accept');
  });

  it('to the backup leaves it to be accepted', () => {
    const { changes, duties } = climbs(unaccepted, BACKUP);
    expect(changes).toMatchObject({ owner: BACKUP, backup: null });
    expect([changes.accepted, changes.stage]).toEqual([undefined, undefined]);
    expect(duties).toEqual(['open backup', 'open progress']);
  });

  it('changes no stage where the work has begun, and none at all where ownership stays', () => {
    expect(climbs(caseState({ stage: 'deciding' }), HEAD).changes).toEqual({ owner: HEAD, toldUpward: [HEAD] });
    expect(climbs(unaccepted, null).changes).toEqual({ toldUpward: [HEAD] });
    expect(OWNER).toBe(unaccepted.owner);
  });
});

describe('a rung of the record of misconduct (INT-15)', () => {
  it('is seen with the grant alone, and neither moves the complaint nor has it reported upward', () => {
    const ofRecord = { ...due, dutyId: 'misconduct-1', kind: 'misconduct' } as const;
    const step = rungStep(unaccepted, ofRecord, rung, { tells: [HEAD], ownershipMovesTo: HEAD, because: [] });
    expect(step).toMatchObject({ changes: {}, duties: [], notices: [], restricts: 'this-step' });
    expect(step.entries.map(({ code, facts }) => [code, facts['dutyId']])).toEqual([['escalated', 'misconduct-1']]);
  });
});
