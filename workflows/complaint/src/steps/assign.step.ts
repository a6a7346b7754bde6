import type { AssignAnswer } from '@redress/contracts/workflow';
import type { CaseState } from '@redress/policy';
import { entry, step, type Verdict } from './step.ts';

/** Staffing has named one owner and one backup: the owner is asked to accept (PRC-2). */
export function assigned(_state: CaseState, answer: AssignAnswer): Verdict {
  return step(
    {
      stage: 'assigned',
      owner: answer.owner,
      backup: answer.backup,
      head: answer.head,
      assignmentDuty: null,
      accepted: false,
    },
    [entry('assigned', { rule: answer.because }, answer.because)],
    { duties: [{ kind: 'accept', does: 'open' }], notices: [{ to: { kind: 'owner' }, code: 'assigned-to-you' }] },
  );
}
