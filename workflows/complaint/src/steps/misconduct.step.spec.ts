import { describe, expect, it } from '@jest/globals';
import { applyChanges, type Actor, type CaseState, type CommandName, type Json } from '@redress/policy';
import { actor, caseState, days, HEAD, MATTER, OWNER, terms } from '@redress/policy/builders';
import type { TakeCommand, Verdict } from './step.ts';
import { STEPS } from './steps.ts';

const AT = '2026-11-23T09:00:00.000Z';
const OTHER = '77777777-7777-4777-8777-777777777777';
const AGAIN = '66666666-6666-4666-8666-666666666666';
const WITH = terms({
  stagesLeftOut: [],
  misconduct: {
    to: { kind: 'role', role: 'management' },
    tells: [{ kind: 'role', role: 'general-manager' }],
    within: days(30),
  },
});
const MANAGEMENT = actor({ id: HEAD, capabilities: ['read-all', 'read-restricted'] });

function take(
  state: CaseState,
  name: CommandName,
  facts: Readonly<Record<string, Json>> = {},
  who: Actor = MANAGEMENT,
  under = WITH,
): Verdict {
  const step = STEPS[name] as TakeCommand<CommandName>;
  return step(state, under, { commandId: 'c', name, facts: facts as never, actor: who, acceptedAt: AT });
}
const decisionOf = (verdict: Verdict) => {
  if (!('decision' in verdict)) throw new Error(`refused: ${verdict.refusal.code}`);
  return verdict.decision;
};
const after = (state: CaseState, verdict: Verdict) => applyChanges(state, decisionOf(verdict).changes);
const refusalOf = (verdict: Verdict) => ('refusal' in verdict ? verdict.refusal.code : 'allowed');
const toldBy = (verdict: Verdict) =>
  decisionOf(verdict).notices.map(({ to, code }) => `${to.kind === 'role' ? to.role : to.kind}: ${code}`);

const MARK = { mark: 'misconduct', holds: true, reason: 'r' };

describe('fraud and misconduct (INT-15)', () => {
  const marked = after(caseState(), take(caseState(), 'mark', MARK));
  const owned = after(marked, take(marked, 'ownMisconduct', { personId: HEAD }));

  it('goes where the pack says, and becomes a record that nobody owns yet', () => {
    const verdict = take(caseState(), 'mark', MARK);
    expect(toldBy(verdict)).toEqual(['management: misconduct', 'general-manager: misconduct']);
    expect(decisionOf(verdict)).toMatchObject({ restricts: 'all', messages: [{ purpose: 'taken-further' }] });
    expect(marked.misconduct).toEqual({ matters: 'all', owner: null, outcome: null });
  });

  it('goes to whoever may see it where the pack names nobody', () => {
    const verdict = take(caseState(), 'mark', MARK, MANAGEMENT, terms());
    expect(toldBy(verdict)).toEqual(['capability: misconduct']);
  });

  it('leaves as well when the kind turns out to be a report of misconduct', () => {
    const verdict = take(caseState(), 'changeGrading', { kind: 'misconduct-report', reason: 'r' });
    expect(after(caseState(), verdict)).toMatchObject({ kind: 'misconduct-report', marks: ['misconduct'] });
    expect(refusalOf(take(marked, 'changeGrading', { kind: 'misconduct-report', reason: 'r' }))).toBe('already-done');
  });

  it('is owned by name, noted and concluded by its owner alone; with it the complaint ends', () => {
    expect(owned.misconduct?.owner).toBe(HEAD);
    expect(decisionOf(take(owned, 'noteMisconduct', { note: 'n' })).restricts).toBe('this-step');
    const facts = { outcome: 'confirmed', conclusion: 'c' };
    expect(refusalOf(take(owned, 'concludeMisconduct', facts, actor({ id: OWNER })))).toBe('not-your-case');
    const verdict = take(owned, 'concludeMisconduct', facts);
    expect(after(owned, verdict)).toMatchObject({ stage: 'ended', closing: 'transferred' });
    expect(toldBy(verdict)).toEqual(['management: misconduct-concluded', 'general-manager: misconduct-concluded']);
  });

  it('is not owned by who is complained of, and not where there is no open record', () => {
    expect(refusalOf(take({ ...marked, concerned: [HEAD] }, 'ownMisconduct', { personId: HEAD }))).toBe('concerned');
    expect(refusalOf(take(caseState(), 'ownMisconduct', { personId: HEAD }))).toBe('nothing-due');
    expect(refusalOf(take(caseState(), 'sentBack', { from: AGAIN }))).toBe('nothing-due');
  });

  it('may be one matter of several: the other goes on, and the end waits for the record', () => {
    const both = caseState({ matters: [MATTER, OTHER] });
    const open = after(both, take(both, 'mark', { ...MARK, matterId: OTHER }));
    expect(open).toMatchObject({ matters: [MATTER], misconduct: { matters: [OTHER], outcome: null } });
    const told = { ...open, stage: 'closed', windowLapsed: true, resultToldAt: AT, analysedAt: AT } as const;
    const sentBack = take(told, 'sentBack', { from: AGAIN });
    expect(decisionOf(sentBack).entries[0]?.facts).toEqual({ outcome: 'ordinary', complaintId: AGAIN });
    expect(after(told, sentBack)).toMatchObject({ stage: 'ended', misconduct: { outcome: 'ordinary' } });
  });

  it('is not over for us when the customer withdraws', () => {
    expect(after(marked, take(marked, 'withdraw')).stage).toBe('closed');
  });

  it('is what the customer writes about from then on: its owner hears it', () => {
    expect(toldBy(take(owned, 'message', { text: 't' }))).toEqual(['person: customer-wrote']);
    expect(toldBy(take(marked, 'message', { text: 't' }))).toEqual(['owner: customer-wrote']);
  });
});

describe('the clock of a record of misconduct (INT-15)', () => {
  const clocksOf = (verdict: Verdict) => decisionOf(verdict).duties.filter(({ kind }) => kind === 'misconduct');
  const opened = { kind: 'misconduct', does: 'open', holder: { kind: 'record-owner' } };
  const three = caseState({ matters: [MATTER, OTHER, AGAIN] });
  const one = { ...MARK, matterId: OTHER };
  const open = after(three, take(three, 'mark', one));

  it('runs from the moment that it left ordinary hands, for its owner', () => {
    expect(clocksOf(take(caseState(), 'mark', MARK))).toEqual([opened]);
    expect(clocksOf(take(three, 'mark', one))).toEqual([opened]);
  });

  it('is not begun again by what joins the record, and there is none where the pack gives none', () => {
    expect(clocksOf(take(open, 'mark', { ...MARK, matterId: AGAIN }))).toEqual([]);
    expect(clocksOf(take(open, 'mark', MARK))).toEqual([]);
    expect(clocksOf(take(three, 'mark', one, MANAGEMENT, terms()))).toEqual([]);
  });

  it('is met when the record is concluded, or sent back as ordinary', () => {
    const met = { kind: 'misconduct', does: 'met' };
    const mine = after(open, take(open, 'ownMisconduct', { personId: HEAD }));
    expect(clocksOf(take(mine, 'concludeMisconduct', { outcome: 'confirmed', conclusion: 'c' }))).toEqual([met]);
    const whole = after(caseState(), take(caseState(), 'mark', MARK));
    expect(decisionOf(take(whole, 'sentBack', { from: AGAIN })).duties[0]).toEqual(met);
  });
});

describe('who names whom', () => {
  it('leaders name help, and not the owner (INT-21)', () => {
    const leader = actor({ id: OTHER, capabilities: ['lead'] });
    expect(refusalOf(take(caseState(), 'assign', { place: 'helper', personId: AGAIN }, leader))).toBe('allowed');
    expect(refusalOf(take(caseState(), 'assign', { place: 'owner', personId: AGAIN }, leader))).toBe('not-your-case');
  });
});
