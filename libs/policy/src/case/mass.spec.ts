import { describe, expect, it } from '@jest/globals';
import { BACKUP, caseState, HEAD, MATTER, OWNER, proposalOf } from './case-state.builder.ts';
import { massDecision, massPlaces, toMembers } from './mass.ts';

const OURS = { isTrue: 'yes', upheld: true, responsibility: 'ours' } as const;
const LIGHT = { isTrue: 'no', upheld: false, responsibility: 'customer' } as const;
const decided = caseState({
  ...{ mass: 'lead', findings: { other: LIGHT, [MATTER]: OURS }, proposal: proposalOf(80) },
  ...{ approvedBy: HEAD, decidedRank: 1 },
});

describe('a mass complaint (INT-4)', () => {
  it('has one finding, that of an upheld matter, and one proposal for all that follow', () => {
    expect(toMembers(decided)).toEqual([
      {
        ...{ complaintId: 'mass-members', name: 'massDecided' },
        facts: {
          ...{ finding: OURS, proposal: proposalOf(80), approvedBy: HEAD, decidedRank: 1 },
          ...{ owner: OWNER, backup: BACKUP, head: HEAD },
        },
      },
    ]);
    expect(massDecision({ ...decided, findings: { other: LIGHT } })).toMatchObject({ finding: LIGHT });
  });

  it('is decided by whoever has the lowest authority too', () => {
    expect(massDecision({ ...decided, decidedRank: 0 })).toMatchObject({ decidedRank: 0 });
  });

  it.each([
    ['it does not lead', { mass: 'member' }],
    ['it has no proposal', { proposal: null }],
    ['it has no finding', { findings: {} }],
    ['nobody has decided', { decidedRank: -1 }],
  ] as const)('has nothing to hand on while %s', (_what, changes) => {
    expect(massDecision({ ...decided, ...changes })).toBeNull();
    expect(toMembers({ ...decided, ...changes })).toEqual([]);
  });

  it('gives its people to those who follow, once the lead has been accepted', () => {
    expect(massPlaces(caseState())).toEqual({ owner: OWNER, backup: BACKUP, head: HEAD });
    expect(massPlaces(caseState({ accepted: false }))).toEqual({ owner: null, backup: null, head: null });
  });
});
