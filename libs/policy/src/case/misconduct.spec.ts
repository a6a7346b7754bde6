import { describe, expect, it } from '@jest/globals';
import { caseState, OWNER } from './case-state.builder.ts';
import { misconductTells, takenOut } from './misconduct.ts';

const auditor = { kind: 'role', role: 'auditor' } as const;
const head = { kind: 'department-head' } as const;
const misconduct = { to: auditor, tells: [head] };

describe('a complaint that is taken out of ordinary hands (INT-15)', () => {
  it('is a restricted record: nothing runs on it, who stands above hears of it, the customer is told', () => {
    const marked = caseState({ marks: ['media'], assignmentDuty: 'assign-1' });
    expect(takenOut(marked, { misconduct })).toEqual({
      changes: {
        ...{ marks: ['media', 'misconduct'], assignmentDuty: null },
        misconduct: { matters: 'all', owner: null, outcome: null },
      },
      entries: [{ code: 'marked', facts: { mark: 'misconduct', holds: true }, because: [] }],
      duties: [{ kind: 'every', does: 'dropped' }],
      notices: [
        { to: auditor, code: 'misconduct' },
        { to: head, code: 'misconduct' },
      ],
      messages: [{ purpose: 'taken-further' }],
      restricts: 'all',
    });
  });

  it('stays with who owned the record of its matters', () => {
    const record = { matters: ['one'], owner: OWNER, outcome: null };
    expect(takenOut(caseState({ misconduct: record }), {}).changes.misconduct).toEqual({ ...record, matters: 'all' });
  });

  it('is told to whoever may see what is restricted, where the pack names nobody', () => {
    const seers = { kind: 'capability', capability: 'read-restricted' };
    expect(misconductTells({}, 'misconduct-concluded')).toEqual([{ to: seers, code: 'misconduct-concluded' }]);
  });
});
