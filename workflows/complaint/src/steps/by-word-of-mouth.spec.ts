import { describe, expect, it } from '@jest/globals';
import type { CaseState, CommandName, Json } from '@redress/policy';
import { actor, caseState, MATTER, proposalOf, REMEDY, terms } from '@redress/policy/builders';
import type { TakeCommand, Verdict } from './step.ts';
import { STEPS } from './steps.ts';

const AT = '2026-11-23T09:00:00.000Z';
const SPOKEN = terms({ byWordOfMouth: true, settledByReply: true, letterAllowed: false, mostAttempts: 0 });
const WRITTEN = terms({ settledByReply: true, mostAttempts: 0 });
const UPHELD = { [MATTER]: { isTrue: 'yes', upheld: true, responsibility: 'ours' } } as const;

function take(
  state: CaseState,
  name: CommandName,
  facts: Readonly<Record<string, Json>>,
  under = SPOKEN,
  acceptedAt = AT,
): Verdict {
  const step = STEPS[name] as TakeCommand<CommandName>;
  return step(state, under, { commandId: 'c', name, facts: facts as never, actor: actor(), acceptedAt });
}
const refusalOf = (verdict: Verdict) => ('refusal' in verdict ? verdict.refusal.code : 'allowed');
const sent = (verdict: Verdict) => ('decision' in verdict ? verdict.decision.messages.map((one) => one.purpose) : []);
const told = (verdict: Verdict) =>
  'decision' in verdict ? verdict.decision.entries.find(({ code }) => code === 'told')?.facts['channel'] : undefined;

describe('answers by word of mouth', () => {
  const acts: readonly (readonly [CommandName, CaseState, Readonly<Record<string, Json>>, string])[] = [
    ['settleByReply', caseState(), { reply: REMEDY }, 'result'],
    ['tellResult', caseState({ stage: 'informing', findings: UPHELD }), { answer: REMEDY }, 'result'],
    ['putOffer', caseState({ stage: 'offering', proposal: proposalOf(20) }), { goodwill: false }, 'offer'],
  ];

  it.each(acts)('%s is said, and nothing of it goes out', (name, state, facts, purpose) => {
    expect(refusalOf(take(state, name, { ...facts, channel: 'e-mail' }))).toBe('by-word-of-mouth');
    expect(sent(take(state, name, { ...facts, channel: 'phone' }))).not.toContain(purpose);
    expect(sent(take(state, name, { ...facts, channel: 'e-mail' }, WRITTEN))).toContain(purpose);
  });

  it('hold for our position as well: only the ways outside are written (INT-17)', () => {
    const facts = { authority: 'consumer-association', position: REMEDY, demand: 'extortion' };
    const spoken = take(caseState(), 'markExtortion', facts);
    expect([sent(spoken), told(spoken)]).toEqual([['ways-outside'], 'phone']);
    const written = take(caseState(), 'markExtortion', facts, WRITTEN);
    expect([sent(written), told(written)]).toEqual([['result', 'ways-outside'], 'letter']);
  });

  it('leave no letter to who cannot be reached (PRC-8)', () => {
    const state = caseState({ stage: 'informing', findings: UPHELD });
    const verdict = take(state, 'markUnreachable', { answer: REMEDY });
    expect([sent(verdict), told(verdict)]).toEqual([[], 'tracking-page']);
  });
});

describe('a task that is entered afterwards (INT-22)', () => {
  const state = caseState({ tasks: { '1': { kind: 'calm', departmentId: null, appointmentAt: null } } });
  const duties = (facts: Readonly<Record<string, Json>>) => {
    const verdict = take(state, 'completeTask', { task: '1', evidence: REMEDY, ...facts });
    return 'decision' in verdict ? verdict.decision.duties : [];
  };

  it('is met at the time it was done, where that is said', () => {
    const met = { kind: 'task', ref: '1', does: 'met' };
    expect(duties({})).toEqual([met]);
    expect(duties({ doneAt: '2026-11-23T08:50:00.000Z' })).toEqual([{ ...met, doneAt: '2026-11-23T08:50:00.000Z' }]);
  });
});
