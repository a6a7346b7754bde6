import {
  approvalDue,
  costOf,
  isHighest,
  rankOf,
  type Actor,
  type CaseState,
  type Limits,
  type Proposal,
  type Terms,
} from '@redress/policy';
import { decided } from './decide.step.ts';
import { entry, no, step, type TakeCommand } from './step.ts';

const NO_LIMITS: Limits = { compensation: 0, goodwill: 0 };

/** One proposal answers every matter, with its options in order; above the author's authority it goes up (PRC-5, PRC-6). */
export const propose: TakeCommand<'propose'> = (state, terms, command) => {
  const { options, goodwill, floor = null, aim = null } = command.facts;
  const proposal: Proposal = { author: command.actor.id, options, goodwill, floor, aim };
  const cost = costOf(state, proposal);
  if (state.matters.some((id) => state.findings[id] === undefined)) return no('findings-missing');
  if (cost.compensation > 0 && !oursInPart(state))
    return no('compensation-needs-responsibility', { compensation: cost.compensation });
  const [first] = options;
  if (floor !== null && first !== undefined && first.compensation < floor)
    return no('below-floor', { floor, compensation: first.compensation });
  const approval = approvalDue(cost, authorOf(command.actor, terms), packOf(terms), state);
  const proposed = {
    ...entry('proposed', { ...cost, options: options.length, approvalDue: approval.due }),
    because: approval.because,
  };
  const standing = { ...state, proposal, optionAt: 0, offer: null };
  if (!approval.due) return decided(standing, terms, command.actor, false, { entries: [proposed] });
  const holder = { kind: 'capability', capability: approval.leader ? 'lead' : 'approve' } as const;
  return step({ proposal, optionAt: 0, offer: null, stage: 'approving' }, [proposed], {
    duties: [{ kind: 'approval', does: 'open', holder }],
    notices: [{ to: { kind: 'judge' }, code: 'approval-due' }],
  });
};

function authorOf(actor: Actor, { authorities }: Terms) {
  return {
    limits: actor.limits ?? NO_LIMITS,
    leads: actor.capabilities.includes('lead'),
    rank: rankOf(actor.roles, authorities),
    highest: isHighest(actor, authorities),
  };
}

function packOf(terms: Terms) {
  return { approval: { due: terms.approvalDue, whenSerious: terms.approvalWhenSerious } };
}

/** Compensation for our fault needs a matter that is ours, shared, or could not be verified (PRC-4, PRC-5). */
function oursInPart(state: CaseState): boolean {
  return Object.values(state.findings).some(
    (finding) => finding.upheld && ['ours', 'shared', 'not-established'].includes(finding.responsibility),
  );
}
