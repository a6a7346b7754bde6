import { describe, expect, it } from '@jest/globals';
import { actor, BACKUP, caseState, HEAD, OWNER, terms } from '../case/case-state.builder.ts';
import { COMMAND_NAMES } from './commands.ts';
import { gate, mayAct, mayRead, seesHandedOver, visibilityOf } from './gate.ts';
import { proposalOf } from '../case/case-state.builder.ts';

const codeOf = (answer: ReturnType<typeof gate>) => (answer.allowed ? 'allowed' : answer.refusal.code);
const STRANGER = '44444444-4444-4444-8444-444444444444';
const customer = actor({ kind: 'customer', roles: [], capabilities: [], departmentId: null, limits: null });

describe('reading a complaint', () => {
  const complaint = visibilityOf(caseState(), 'open');
  it.each([
    ['a handler of the department', actor({ id: STRANGER }), 'allowed'],
    ['a handler of another department', actor({ id: STRANGER, departmentId: 'logistics' }), 'not-visible'],
    ['the backup from another department', actor({ id: BACKUP, departmentId: 'logistics' }), 'allowed'],
    ['the complaint manager', actor({ id: STRANGER, departmentId: 'x', capabilities: ['read-all'] }), 'allowed'],
    ['the auditor', actor({ id: STRANGER, departmentId: 'x', capabilities: ['audit'] }), 'allowed'],
    ['the administrator', actor({ id: STRANGER, capabilities: ['administer'] }), 'not-visible'],
  ])('%s', (_, who, expected) => {
    expect(codeOf(mayRead(who, complaint))).toBe(expected);
  });

  it('is for a department that is asked for something, while it is', () => {
    const asked = visibilityOf(caseState({ requests: { '1': { departmentId: 'logistics' } } }), 'open');
    const head = actor({ id: STRANGER, departmentId: 'logistics' });
    expect(codeOf(mayRead(head, asked))).toBe('allowed');
    expect(codeOf(mayRead(head, complaint))).toBe('not-visible');
  });

  it('is never for who is complained of, whatever the role', () => {
    const about = visibilityOf(caseState({ concerned: [STRANGER] }), 'open');
    expect(codeOf(mayRead(actor({ id: STRANGER, capabilities: ['read-all'] }), about))).toBe('not-visible');
  });

  it('needs a grant where it is restricted, even for who reads all', () => {
    const restricted = visibilityOf(caseState(), 'restricted');
    expect(codeOf(mayRead(actor({ capabilities: ['read-all'] }), restricted))).toBe('not-visible');
    expect(codeOf(mayRead(actor({ capabilities: ['read-all', 'read-restricted'] }), restricted))).toBe('allowed');
  });
});

describe('a complaint that was handed over to restricted hands (INT-15)', () => {
  const told = (who: Parameters<typeof actor>[0], access: 'open' | 'restricted' = 'restricted') =>
    seesHandedOver(actor(who), visibilityOf(caseState({ concerned: [HEAD] }), access));

  it.each([
    ['a handler of the department', { id: STRANGER }, true],
    ['who reads all', { id: STRANGER, capabilities: ['read-all'] as const }, true],
    ['the backup from another department', { id: BACKUP, departmentId: 'logistics' }, true],
    ['a handler of another department', { id: STRANGER, departmentId: 'logistics' }, false],
    ['who is complained of', { id: HEAD }, false],
    ['who has the grant and sees all of it', { capabilities: ['read-all', 'read-restricted'] as const }, false],
  ])('is told so: %s %#', (_who, is, expected) => {
    expect(told(is)).toBe(expected);
  });

  it('is told of none that stands open', () => {
    expect(told({ id: STRANGER }, 'open')).toBe(false);
  });
});

describe('taking a step', () => {
  it('is the owner’s, the backup’s and the department head’s', () => {
    const ask = (id: string) => codeOf(gate(caseState(), terms(), actor({ id }), 'recordFinding'));
    expect([OWNER, BACKUP, HEAD, STRANGER].map(ask)).toEqual(['allowed', 'allowed', 'allowed', 'not-your-case']);
  });

  it('cannot be accepted for somebody else', () => {
    const ask = (id: string) => codeOf(gate(caseState({ stage: 'assigned' }), terms(), actor({ id }), 'accept'));
    expect([OWNER, BACKUP, HEAD].map(ask)).toEqual(['allowed', 'not-your-case', 'not-your-case']);
  });

  it('that is decided once for all is the lead’s, not that of a complaint that follows it (INT-4)', () => {
    const ask = (mass: 'lead' | 'member', command: 'recordFinding' | 'settleByReply' | 'addNote') =>
      codeOf(gate(caseState({ mass }), terms(), actor(), command));
    expect([ask('member', 'recordFinding'), ask('member', 'settleByReply')]).toEqual(['lead-decides', 'lead-decides']);
    expect([ask('lead', 'recordFinding'), ask('member', 'addNote')]).toEqual(['allowed', 'allowed']);
  });

  it('is refused out of order, and at all once ended', () => {
    expect(codeOf(gate(caseState(), terms(), actor(), 'propose'))).toBe('out-of-order');
    for (const name of COMMAND_NAMES) {
      expect(codeOf(gate(caseState({ stage: 'ended' }), terms(), actor(), name))).toBe('ended');
    }
  });

  it('of the customer is entered by staff on the customer’s word; those of staff are never the customer’s', () => {
    expect(codeOf(mayAct(caseState(), terms(), actor({ capabilities: ['audit'] }), 'message'))).toBe(
      'capability-missing',
    );
    expect(codeOf(mayAct(caseState(), terms(), actor(), 'message'))).toBe('allowed');
    expect(codeOf(mayAct(caseState(), terms(), customer, 'message'))).toBe('allowed');
    expect(codeOf(mayAct(caseState(), terms(), customer, 'close'))).toBe('capability-missing');
  });
});

describe('judging a proposal', () => {
  const state = caseState({ stage: 'approving', proposal: proposalOf(900) });
  const judge = actor({ id: HEAD, capabilities: ['approve'], limits: { compensation: 5000, goodwill: 1000 } });

  it('is for who has the authority', () => {
    expect(codeOf(gate(state, terms(), judge, 'approve'))).toBe('allowed');
    expect(codeOf(gate(state, terms(), { ...judge, limits: { compensation: 899, goodwill: 9 } }, 'approve'))).toBe(
      'limit-too-low',
    );
    expect(codeOf(gate(state, terms(), { ...judge, limits: { compensation: null, goodwill: null } }, 'approve'))).toBe(
      'allowed',
    );
  });

  it('of a serious complaint is for a leader', () => {
    const serious = { ...state, serious: true };
    expect(codeOf(gate(serious, terms(), judge, 'approve'))).toBe('leader-decides');
    expect(codeOf(gate(serious, terms(), { ...judge, capabilities: ['approve', 'lead'] }, 'approve'))).toBe('allowed');
    expect(codeOf(gate(serious, terms({ approvalWhenSerious: false }), judge, 'approve'))).toBe('allowed');
  });

  it('is for the authority that the round or a refused offer asks for', () => {
    const again = { ...state, authorityFloor: 1 };
    expect(codeOf(gate(again, terms(), { ...judge, roles: ['handler'] }, 'approve'))).toBe('higher-authority-decides');
    expect(codeOf(gate(again, terms(), { ...judge, roles: ['department-head'] }, 'approve'))).toBe('allowed');
  });

  it('asks for no rank where neither round nor refusal does', () => {
    expect(codeOf(gate(state, terms(), { ...judge, roles: [] }, 'approve'))).toBe('allowed');
  });

  it('is never for its author', () => {
    expect(codeOf(gate(state, terms(), { ...judge, id: OWNER }, 'approve'))).toBe('own-proposal');
    expect(codeOf(gate(state, terms(), { ...judge, id: OWNER }, 'returnProposal'))).toBe('own-proposal');
  });
});

describe('reopening', () => {
  const told = caseState({ stage: 'closed', resultToldAt: '2026-11-23T08:00:00.000Z' });

  it('waits until the result has been told', () => {
    expect(codeOf(gate(caseState({ stage: 'informing' }), terms(), customer, 'reopen'))).toBe('nothing-told');
    expect(codeOf(gate(told, terms(), customer, 'reopen'))).toBe('allowed');
  });
});
