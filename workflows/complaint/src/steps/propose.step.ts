import { approvalDue, type CaseState, type Limits, type Proposal } from '@redress/policy';
import { entry, no, stageAfter, step, type TakeCommand } from './step.ts';

const LEADERS = { kind: 'capability', capability: 'lead' } as const;
const NO_LIMITS: Limits = { compensation: 0, goodwill: 0 };

/** One proposal answers every matter; above the author's limit it goes up (PRC-5, PRC-6). */
export const propose: TakeCommand = (state, terms, command) => {
  const { compensation, goodwill } = command.facts as { compensation: number; goodwill: number };
  if (state.matters.some((id) => state.findings[id] === undefined)) return no('findings-missing');
  if (compensation > 0 && !oursInPart(state)) return no('compensation-needs-responsibility', { compensation });
  const proposal: Proposal = { author: command.actor.id, authorLimits: command.actor.limits, compensation, goodwill };
  const approval = approvalDue(
    proposal,
    command.actor.limits ?? NO_LIMITS,
    { approval: { due: terms.approvalDue, whenSerious: terms.approvalWhenSerious } },
    state.serious,
  );
  const proposed = {
    ...entry('proposed', { compensation, goodwill, approvalDue: approval.due }),
    because: approval.because,
  };
  if (approval.due) {
    return step({ proposal, stage: 'approving' }, [proposed], {
      notices: [{ to: approval.leader ? LEADERS : { kind: 'department-head' }, code: 'approval-due' }],
    });
  }
  return step({ proposal, approvedBy: null, stage: stageAfter('approving', terms) }, [
    proposed,
    entry('decided', { compensation, goodwill, by: command.actor.id, approved: false }),
  ]);
};

/** Compensation for our fault needs a matter that is ours, shared, or could not be verified (PRC-4, PRC-5). */
function oursInPart(state: CaseState): boolean {
  return Object.values(state.findings).some(
    (finding) => finding.upheld && ['ours', 'shared', 'not-established'].includes(finding.responsibility),
  );
}
