import { describe, expect, it } from '@jest/globals';
import { applyChanges, FRESH_ROUND, newCase, type FirstFacts } from './case-state.ts';

const facts: FirstFacts = {
  ...{ matters: ['one'], kind: 'complaint', level: '2', class: '1', grade: 0, serious: false, fastLane: false },
  ...{ provisional: true, marks: [], departmentId: 'sales', ways: ['phone'], identification: 'none', missing: [] },
};

describe('a complaint that has just been received', () => {
  it('is what is known at the door, and waits for an owner', () => {
    expect(newCase(facts)).toMatchObject({
      ...facts,
      ...{ stage: 'received', round: 1, owner: null, accepted: false },
      ...{ assignmentDuty: 'assign-1', assignments: 1, decidedRank: -1 },
    });
  });

  it('has nothing yet of what comes later', () => {
    const filled = Object.entries(newCase(facts)).filter(([, value]) => Array.isArray(value) && value.length > 0);
    expect(filled.map(([field]) => field)).toEqual(['matters', 'ways']);
  });

  it('begins a new round without findings, proposal and survey (PRC-10)', () => {
    const told = applyChanges(newCase(facts), { round: 2, returns: 1, position: true, survey: 'due', interim: 50 });
    expect(applyChanges(told, FRESH_ROUND)).toEqual({ ...newCase(facts), round: 2, interim: 50 });
  });
});
