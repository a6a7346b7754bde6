import type { Stage } from '@redress/policy';
import { entry, stageAfter, step, type TakeCommand } from './step.ts';

/** An approver, never the author, lets the proposal stand (PRC-6). */
export const approve: TakeCommand = (state, terms, command) =>
  step(
    { approvedBy: command.actor.id, stage: stageAfter('approving', terms) },
    [
      entry('decided', {
        compensation: state.proposal?.compensation ?? 0,
        goodwill: state.proposal?.goodwill ?? 0,
        by: command.actor.id,
        approved: true,
      }),
    ],
    { notices: [{ to: { kind: 'owner' }, code: 'approved' }] },
  );

/** Not to standard: back to its author, with reasons; every round is kept (PRC-6). */
export const returnProposal: TakeCommand = (state, _terms, command) => {
  const to = command.facts['to'] as Stage;
  const returns = state.returns + 1;
  return step({ stage: to, proposal: null, returns }, [entry('returned', { to, returns })], {
    notices: [{ to: { kind: 'owner' }, code: 'returned-to-you' }],
  });
};
