import { entry, no, step, type TakeCommand } from './step.ts';

/** The result is told: `solve` stops, and the telling is a contact too (PRC-8, PRC-20). */
export const tellResult: TakeCommand = (state, _terms, command) => {
  if (state.resultToldAt !== null) return no('already-told');
  const firstContact = state.contactedAt === null;
  return step(
    { resultToldAt: command.acceptedAt, contactedAt: state.contactedAt ?? command.acceptedAt },
    [entry('told', { channel: command.facts['channel'] ?? null })],
    {
      duties: [{ kind: 'solve', does: 'met' }, ...(firstContact ? [{ kind: 'respond', does: 'met' } as const] : [])],
      messages: ['result'],
    },
  );
};
