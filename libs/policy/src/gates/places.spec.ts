import { describe, expect, it } from '@jest/globals';
import { actor, BACKUP, caseState, HEAD, OWNER, proposalOf, REMEDY, terms } from '../case/case-state.builder.ts';
import { askedDepartments, costOf, gate, mayAct, mayRead, refuse, visibilityOf } from './gate.ts';

const STRANGER = '44444444-4444-4444-8444-444444444444';
const codeOf = (answer: ReturnType<typeof gate>) => (answer.allowed ? 'allowed' : answer.refusal.code);
const state = caseState({ requests: { '1': { departmentId: 'logistics' } } });
const may = (command: Parameters<typeof mayAct>[3], who: Parameters<typeof actor>[0], at = state) =>
  codeOf(mayAct(at, terms(), actor(who), command));

describe('where somebody stands in the case', () => {
  it.each([OWNER, BACKUP, HEAD])('owner, backup and head handle it: %s', (id) => {
    expect(may('recordFinding', { id })).toBe('allowed');
    expect(may('completeTask', { id, departmentId: null })).toBe('allowed');
  });

  it('who was asked answers, and does nothing else', () => {
    const asked = { id: STRANGER, departmentId: 'logistics' };
    expect([may('answerRequest', asked), may('recordFinding', asked)]).toEqual(['allowed', 'not-your-case']);
    expect(may('answerRequest', { ...asked, departmentId: 'sales' })).toBe('not-your-case');
    expect(may('answerRequest', { ...asked, departmentId: null })).toBe('not-your-case');
  });

  it('the head assigns, who coordinates, and a leader', () => {
    const [head, manager, leader] = [
      { id: HEAD },
      { id: STRANGER, capabilities: ['coordinate'] as const },
      { id: STRANGER, capabilities: ['lead'] as const },
    ];
    expect([head, manager, leader].map((who) => may('assign', who))).toEqual(['allowed', 'allowed', 'allowed']);
    expect([head, manager, leader].map((who) => may('takeOver', who))).toEqual(['allowed', 'allowed', 'allowed']);
    expect(may('takeOver', { id: OWNER })).toBe('not-your-case');
    expect(may('assign', { id: OWNER })).toBe('not-your-case');
  });

  it('the head assesses who caused it, or who coordinates (PRC-11)', () => {
    const at = caseState({ stage: 'closed' });
    expect(may('recordAssessment', { id: HEAD }, at)).toBe('allowed');
    expect(may('recordAssessment', { id: STRANGER, capabilities: ['coordinate'] }, at)).toBe('allowed');
    expect(may('recordAssessment', { id: STRANGER, capabilities: ['lead'] }, at)).toBe('not-your-case');
    expect(may('recordAssessment', { id: OWNER }, at)).toBe('not-your-case');
  });

  it('who coordinates or leads judges how grave it is and orders departments, as who handles it does', () => {
    const at = caseState({ stage: 'resolving' });
    for (const command of ['changeGrading', 'confirmGrading', 'setTask', 'requestFrom'] as const) {
      const allowed = [
        { id: OWNER },
        { id: STRANGER, capabilities: ['coordinate'] },
        { id: STRANGER, capabilities: ['lead'] },
      ];
      expect(allowed.map((who) => may(command, who as Parameters<typeof actor>[0], at))).toEqual(
        Array(3).fill('allowed'),
      );
      expect(may(command, { id: STRANGER }, at)).toBe('not-your-case');
    }
  });

  it('what nobody may take over an API is the product’s own', () => {
    const system = actor({ kind: 'system', capabilities: [], roles: [], limits: null });
    expect(codeOf(mayAct(state, terms(), system, 'ownerAway'))).toBe('allowed');
    expect(codeOf(mayAct(state, terms(), system, 'accept'))).toBe('capability-missing');
    expect(may('ownerAway', {})).toBe('capability-missing');
  });

  it('who lacks the capability is told which would do, and who is concerned has no part', () => {
    const answer = mayAct(state, terms(), actor({ capabilities: [] }), 'assign');
    expect(answer).toEqual(refuse('capability-missing', { needs: 'handle or coordinate or lead' }));
    expect(may('recordFinding', {}, { ...state, concerned: [OWNER] })).toBe('concerned');
  });
});

describe('who reads a complaint (INT-7)', () => {
  it.each(['tracker', 'leader', 'owner', 'backup'] as const)('the %s, from anywhere', (place) => {
    const named = visibilityOf(caseState({ [place]: STRANGER }), 'open');
    const from = (id: string) => codeOf(mayRead(actor({ id, departmentId: 'x' }), named));
    expect([from(STRANGER), from('55555555-5555-4555-8555-555555555555')]).toEqual(['allowed', 'not-visible']);
  });

  it('helpers, and nobody by a department alone who may not read it', () => {
    const helped = visibilityOf(caseState({ helpers: [STRANGER] }), 'open');
    expect(codeOf(mayRead(actor({ id: STRANGER, departmentId: null }), helped))).toBe('allowed');
    const clerk = actor({ id: 'x', capabilities: ['register'] });
    expect(codeOf(mayRead(clerk, helped))).toBe('not-visible');
    expect(codeOf(mayRead(actor({ id: 'x', departmentId: null }), helped))).toBe('not-visible');
  });

  it('departments that a request or a task waits for, each once', () => {
    const asks = {
      requests: { '1': { departmentId: 'stock' }, '2': { departmentId: 'logistics' } },
      tasks: {
        '1': { departmentId: 'stock', kind: 'visit', appointmentAt: null },
        '2': { departmentId: null, kind: 'refund', appointmentAt: null },
      },
    } as const;
    expect(askedDepartments(asks as never)).toEqual(['logistics', 'stock']);
  });
});

describe('what a step says no with', () => {
  it('names the stage out of order, the rank and the cost of a judge', () => {
    expect(gate(caseState(), terms(), actor(), 'propose')).toEqual(refuse('out-of-order', { stage: 'investigating' }));
    const judged = caseState({ stage: 'approving', proposal: proposalOf(900, { goodwill: 50 }), interim: 100 });
    const judge = actor({
      id: HEAD,
      roles: ['department-head'],
      capabilities: ['approve'],
      limits: { compensation: 999, goodwill: 50 },
    });
    expect(gate(judged, terms(), judge, 'approve')).toEqual(
      refuse('limit-too-low', { compensation: 1000, goodwill: 50 }),
    );
    const able = { ...judge, limits: { compensation: 1000, goodwill: 50 } };
    expect(gate(judged, terms(), able, 'approve')).toEqual({ allowed: true });
    expect(gate({ ...judged, authorityFloor: 2 }, terms(), able, 'approve')).toEqual(
      refuse('higher-authority-decides', { rank: 1 }),
    );
    expect(codeOf(gate(judged, terms(), { ...judge, limits: null }, 'approve'))).toBe('limit-too-low');
    expect(codeOf(gate({ ...judged, proposal: null }, terms(), judge, 'approve'))).toBe('allowed');
  });

  it('costs the dearest option with what has been paid', () => {
    const option = (compensation: number) => ({ compensation, remedy: REMEDY, costsCustomer: false });
    const proposal = proposalOf(0, { options: [option(30), option(80), option(50)], goodwill: 7 });
    expect(costOf({ interim: 20 }, proposal)).toEqual({ compensation: 100, goodwill: 7 });
    expect(costOf({ interim: 0 }, proposalOf(0, { options: [] }))).toEqual({ compensation: 0, goodwill: 0 });
  });

  it.each(['withdrawn', 'transferred'] as const)('%s is over for the customer', (closing) => {
    const customer = actor({ kind: 'customer', roles: [], capabilities: [], limits: null, departmentId: null });
    const told = caseState({ stage: 'closed', resultToldAt: '2026-11-23T08:00:00.000Z' });
    expect(gate({ ...told, closing }, terms(), customer, 'reopen')).toEqual(
      refuse('out-of-order', { stage: 'closed' }),
    );
    expect(codeOf(gate({ ...told, closing: 'solved' }, terms(), customer, 'reopen'))).toBe('allowed');
    expect(codeOf(gate({ ...told, closing }, terms(), customer, 'message'))).toBe('allowed');
  });
});
