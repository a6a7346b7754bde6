import { entry, step, type TakeCommand } from './step.ts';

/** A person's first real contact meets `respond`; an attempt alone does not (PRC-1, PRC-20). */
export const logContact: TakeCommand = (state, _terms, command) => {
  const { channel, outcome } = command.facts as { channel: string; outcome: string };
  const first = outcome === 'reached' && state.contactedAt === null;
  return step(first ? { contactedAt: command.acceptedAt } : {}, [entry('contacted', { channel, outcome })], {
    duties: first ? [{ kind: 'respond', does: 'met' }] : [],
  });
};

/** The customer writes: it is kept, and the owner is told (INT-3). */
export const message: TakeCommand = () =>
  step({}, [entry('message-received')], {
    notices: [{ to: { kind: 'owner' }, code: 'customer-wrote' }],
    messages: ['message-received'],
  });
