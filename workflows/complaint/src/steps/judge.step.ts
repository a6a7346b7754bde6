import { decided } from './decide.step.ts';
import { entry, step, type TakeCommand } from './step.ts';

/** An approver, never the author, lets the proposal stand (PRC-6). */
export const approve: TakeCommand<'approve'> = (state, terms, command) =>
  decided(state, terms, command.actor, true, {
    duties: [{ kind: 'approval', does: 'met' }],
    notices: [{ to: { kind: 'owner' }, code: 'approved' }],
  });

/** Not to standard: back to its author, with reasons; every round is kept (PRC-6). */
export const returnProposal: TakeCommand<'returnProposal'> = (state, _terms, command) => {
  const { to } = command.facts;
  const returns = state.returns + 1;
  return step({ stage: to, proposal: null, returns }, [entry('returned', { to, returns })], {
    duties: [{ kind: 'approval', does: 'met' }],
    notices: [{ to: { kind: 'owner' }, code: 'returned-to-you' }],
  });
};
