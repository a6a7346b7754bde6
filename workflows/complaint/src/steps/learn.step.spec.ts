import { describe, expect, it } from '@jest/globals';
import { actor, caseState, terms } from '@redress/policy/builders';
import { recordAssessment } from './learn.step.ts';

/** What the line of an assessment says under a pack with this deduction. */
function assessedWith(deduction: number | undefined, degree: 'none' | 'minor' | 'grave') {
  const facts = { personId: 'p', degree, assessment: 'text' };
  const command = {
    commandId: 'c',
    name: 'recordAssessment',
    facts,
    actor: actor(),
    acceptedAt: '2026-11-23T09:00:00Z',
  };
  const under = terms(deduction === undefined ? {} : { deduction });
  const verdict = recordAssessment(caseState({ assessment: 'due' }), under, command as never);
  if (!('decision' in verdict)) throw new Error('refused');
  return verdict.decision.entries[0]?.facts;
}

describe('an assessment (IMP-13)', () => {
  it('states what the pack deducts from the pay of who was responsible', () => {
    expect(assessedWith(50, 'minor')).toEqual({ degree: 'minor', deduction: 50 });
    expect(assessedWith(50, 'grave')).toEqual({ degree: 'grave', deduction: 50 });
  });

  it('deducts nothing from who did nothing wrong, nor where the pack gives no amount', () => {
    expect(assessedWith(50, 'none')).toEqual({ degree: 'none' });
    expect(assessedWith(undefined, 'minor')).toEqual({ degree: 'minor' });
  });
});
