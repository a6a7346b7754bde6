import { entry, step, type TakeCommand } from './step.ts';

/** Not satisfied: evaluated anew, with another handler, a new `solve` and the same number (PRC-10, PRC-12). */
export const reopen: TakeCommand = (state) => {
  const round = state.round + 1;
  return step(
    {
      stage: 'received',
      round,
      formerOwners: state.owner === null ? state.formerOwners : [...state.formerOwners, state.owner],
      owner: null,
      backup: null,
      assignmentDuty: `assign-${round}`,
      accepted: false,
      findings: {},
      proposal: null,
      approvedBy: null,
      resultToldAt: null,
      analysedAt: null,
      closing: null,
    },
    [entry('reopened', { round })],
    {
      duties: [
        { kind: 'reopening', does: 'dropped' },
        { kind: 'solve', does: 'open' },
      ],
      messages: ['reopening-received'],
    },
  );
};
