import { describe, expect, it } from '@jest/globals';
import type { Finding } from './case-state.ts';
import { papersOwed, trackerOwed } from './after-telling.ts';
import { caseState, MATTER, terms } from './case-state.builder.ts';

const found = (responsibility: Finding['responsibility'], upheld = true) => ({
  findings: { [MATTER]: { isTrue: 'yes', upheld, responsibility } as const },
});
const ASSESSED = terms({ assessmentDue: 'when-ours' });

describe('what is owed once the result has been told', () => {
  it('is a write-up where the class asks for one, once (PRC-27)', () => {
    const owed = papersOwed(caseState({ class: '3' }), terms());
    expect(owed.changes).toEqual({ writeUp: 'due' });
    expect(owed.duties).toEqual([{ kind: 'write-up', does: 'open' }]);
    expect(owed.notices).toEqual([{ to: { kind: 'owner' }, code: 'write-up-due' }]);
    expect(papersOwed(caseState({ class: '3', writeUp: 'filed' }), terms()).duties).toEqual([]);
    expect(papersOwed(caseState({ class: '2' }), terms()).duties).toEqual([]);
  });

  it.each([
    ['ours', found('ours'), true],
    ['shared', found('shared'), true],
    ['not established', found('not-established'), false],
    ['the customer\u2019s', found('customer'), false],
    ['ours, but not upheld', found('ours', false), false],
  ] as const)('is an assessment by the head where the fault is ours: %s (PRC-11)', (_what, findings, due) => {
    const { duties, notices } = papersOwed(caseState(findings), ASSESSED);
    const head = { kind: 'department-head' };
    expect(duties).toEqual(due ? [{ kind: 'assessment', does: 'open', holder: head }] : []);
    expect(notices).toEqual(due ? [{ to: head, code: 'assessment-due' }] : []);
  });

  it('is an assessment where the fault of any of its matters is ours', () => {
    const { findings } = found('ours');
    const two = { findings: { ...findings, other: { isTrue: 'no', upheld: false, responsibility: 'none' } as const } };
    expect(papersOwed(caseState(two), ASSESSED).changes).toEqual({ assessment: 'due' });
  });

  it('is an assessment only from the on-site grade on that the pack names (PRC-11, INT-22)', () => {
    const onSite = terms({ assessmentDue: 'when-ours', assessmentFromGrade: 1 });
    const owed = (grade: number) => papersOwed(caseState({ ...found('ours'), grade }), onSite).changes;
    expect([owed(0), owed(1), owed(3)]).toEqual([{}, { assessment: 'due' }, { assessment: 'due' }]);
  });

  it('is an assessment by whom the pack names (IMP-13)', () => {
    const by = { kind: 'role', role: 'service-department' } as const;
    const { duties, notices } = papersOwed(caseState(found('ours')), { ...ASSESSED, assessmentBy: by });
    expect(duties).toEqual([{ kind: 'assessment', does: 'open', holder: by }]);
    expect(notices).toEqual([{ to: by, code: 'assessment-due' }]);
    const byOwner = papersOwed(caseState(found('ours')), { ...ASSESSED, assessmentBy: { kind: 'owner' } });
    expect(byOwner.duties).toEqual([{ kind: 'assessment', does: 'open' }]);
  });

  it('is no assessment where the pack asks for none, and none twice', () => {
    expect(papersOwed(caseState(found('ours')), terms()).duties).toEqual([]);
    expect(papersOwed(caseState({ ...found('ours'), assessment: 'done' }), ASSESSED).duties).toEqual([]);
  });
});

describe('a tracked class', () => {
  it('waits for somebody who coordinates to name a tracker, until one is named (PRC-27)', () => {
    expect(trackerOwed(caseState({ class: '3' }), terms())).toEqual([
      { kind: 'tracker', does: 'open', holder: { kind: 'capability', capability: 'coordinate' } },
    ]);
    expect(trackerOwed(caseState({ class: '3', tracker: MATTER }), terms())).toEqual([]);
    expect(trackerOwed(caseState({ class: '1' }), terms())).toEqual([]);
  });
});
