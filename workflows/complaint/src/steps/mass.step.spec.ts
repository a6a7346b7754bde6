import { describe, expect, it } from '@jest/globals';
import { applyChanges, type CaseState, type CommandName, type Json } from '@redress/policy';
import { actor, caseState, HEAD, MATTER, OWNER, proposalOf, terms } from '@redress/policy/builders';
import type { TakeCommand, Verdict } from './step.ts';
import { STEPS } from './steps.ts';

const AT = '2026-11-23T09:00:00.000Z';
const LEAD = '77777777-7777-4777-8777-777777777777';
const WHOLE = terms({ stagesLeftOut: [] });
const OURS = { isTrue: 'yes', upheld: true, responsibility: 'ours' } as const;

function take(state: CaseState, name: CommandName, facts: Readonly<Record<string, Json>> = {}): Verdict {
  const step = STEPS[name] as TakeCommand<CommandName>;
  return step(state, WHOLE, { commandId: 'c', name, facts: facts as never, actor: actor(), acceptedAt: AT });
}
const decisionOf = (verdict: Verdict) => {
  if (!('decision' in verdict)) throw new Error(`refused: ${verdict.refusal.code}`);
  return verdict.decision;
};
const after = (state: CaseState, verdict: Verdict) => applyChanges(state, decisionOf(verdict).changes);
const refusalOf = (verdict: Verdict) => ('refusal' in verdict ? verdict.refusal.code : 'allowed');

describe('a mass complaint (INT-4)', () => {
  const joined = caseState({ mass: 'member', massLead: LEAD, stage: 'investigating' });

  it('is led by one complaint, which is serious from then on; those named are asked to follow', () => {
    const state = caseState({ marks: [] });
    const verdict = take(state, 'leadMass', { members: ['a', 'b'], reasons: 'alike' });
    expect(after(state, verdict)).toMatchObject({ mass: 'lead', marks: ['mass'] });
    expect(decisionOf(verdict).entries.map(({ code }) => code)).toEqual(['mass-led', 'marked']);
    const places = { owner: OWNER, backup: state.backup, head: HEAD };
    expect(decisionOf(verdict).others).toEqual([
      { complaintId: 'a', name: 'joinMass', facts: places },
      { complaintId: 'b', name: 'joinMass', facts: places },
    ]);
  });

  it('takes more in later, and is not led by one that follows', () => {
    const lead = caseState({ mass: 'lead', marks: ['mass'] });
    expect(decisionOf(take(lead, 'leadMass', { members: ['c'] })).entries.map(({ code }) => code)).toEqual([
      'mass-led',
    ]);
    expect(refusalOf(take(joined, 'leadMass', { members: ['c'] }))).toBe('in-a-mass');
  });

  it('is joined under the owner of the lead, without anybody being asked to accept', () => {
    const state = caseState({ stage: 'assigned', accepted: false, owner: null, assignmentDuty: 'assign-1' });
    const verdict = take(state, 'joinMass', { from: LEAD, owner: OWNER, backup: null, head: HEAD });
    expect(after(state, verdict)).toMatchObject({
      ...{ mass: 'member', massLead: LEAD, owner: OWNER, accepted: true, stage: 'investigating', assignmentDuty: null },
    });
    expect(decisionOf(verdict).duties).toContainEqual({ kind: 'accept', does: 'dropped' });
    expect(refusalOf(take(joined, 'joinMass', { from: LEAD, owner: null, backup: null, head: null }))).toBe(
      'in-a-mass',
    );
  });

  it('is decided once: each that follows has the finding and puts the offer to its own customer', () => {
    const facts = {
      from: LEAD,
      finding: OURS,
      proposal: proposalOf(80) as unknown as Json,
      approvedBy: HEAD,
      decidedRank: 1,
      ...{ owner: OWNER, backup: null, head: HEAD },
    };
    const verdict = take(joined, 'massDecided', facts);
    expect(after(joined, verdict)).toMatchObject({
      ...{ mass: 'decided', stage: 'offering', findings: { [MATTER]: OURS }, proposal: proposalOf(80), decidedRank: 1 },
    });
    expect(decisionOf(verdict).entries.map(({ code }) => code)).toEqual(['found', 'mass-decided']);
    expect(refusalOf(take(caseState(), 'massDecided', facts))).toBe('not-in-a-mass');
  });

  it('is left by one that does not belong: its own owner and finding are owed, unless an offer lies with the customer', () => {
    const decided = { ...joined, mass: 'decided', findings: { [MATTER]: OURS }, proposal: proposalOf(80) } as const;
    const verdict = take(decided, 'leaveMass', { reasons: 'another model' });
    expect(after(decided, verdict)).toMatchObject({
      ...{ mass: 'none', massLead: null, stage: 'received', owner: null, findings: {}, proposal: null },
    });
    expect(decisionOf(verdict).entries).toEqual([{ code: 'mass-left', facts: { lead: LEAD }, because: [] }]);
    const offered = { ...decided, offer: { option: 0, goodwill: false, lapsed: false } };
    expect(refusalOf(take(offered, 'leaveMass'))).toBe('offer-out');
    expect(refusalOf(take(caseState(), 'leaveMass'))).toBe('not-in-a-mass');
  });
});
