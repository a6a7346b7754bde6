import type { AssignAnswer } from '@redress/contracts/workflow';
import type { Actor, CaseState } from '@redress/policy';
import { NAME_A_BACKUP, nextTracking } from './places.ts';
import { entry, no, step, type TakeCommand, type Verdict } from './step.ts';

/** Staffing has named one owner and one backup: the owner is asked to accept (PRC-2). */
export function assigned(state: CaseState, answer: AssignAnswer): Verdict {
  const { owner, backup, head } = answer;
  return step(
    { stage: 'assigned', owner, backup, head, assignmentDuty: null, accepted: false },
    [entry('assigned', { rule: answer.because }, answer.because)],
    {
      duties: [{ kind: 'accept', does: 'open' }, ...(backup === null ? [NAME_A_BACKUP.duty] : [])],
      notices: [{ to: { kind: 'owner' }, code: 'assigned-to-you' }],
      messages: state.handOver === null ? [] : [{ purpose: 'handler' }],
    },
  );
}

/** Owner, backup, tracker, leader or helper by name; never somebody who is complained of (PRC-2, PRC-3, PRC-27). */
export const assign: TakeCommand<'assign'> = (state, _terms, command) => {
  const { place, personId } = command.facts;
  if (state.concerned.includes(personId)) return no('concerned', { personId });
  if (!BY_LEADERS.includes(place) && onlyLeads(state, command.actor)) return no('not-your-case', { place });
  const named = entry('named', { place, personId });
  const told = { notices: [{ to: { kind: 'person', personId }, code: `named-${place}` } as const] };
  switch (place) {
    case 'owner':
      return nameOwner(state, personId);
    case 'backup':
      return step({ backup: personId }, [named], { ...told, duties: [{ kind: 'backup', does: 'met' }] });
    case 'tracker':
      return step({ tracker: personId }, [named], {
        ...told,
        duties: [{ kind: 'tracker', does: 'met' }, ...nextTracking(personId)],
      });
    case 'leader':
      return step({ leader: personId }, [named], told);
    case 'helper':
      return step({ helpers: [...new Set([...state.helpers, personId])] }, [named], told);
  }
};

/** The leader in charge names help, and who of them takes part; who owns it is the department's to say (INT-21, PRC-26). */
const BY_LEADERS: readonly string[] = ['helper', 'leader'];

function onlyLeads({ head }: CaseState, { id, capabilities }: Actor): boolean {
  return id !== head && !capabilities.includes('coordinate');
}

/** A new owner has to accept while nobody has; later the work goes on where it stands. */
function nameOwner(state: CaseState, owner: string): Verdict {
  const named = entry('named', { place: 'owner', personId: owner });
  const notices = [{ to: { kind: 'owner' }, code: 'assigned-to-you' }] as const;
  const backup = state.backup === owner ? null : state.backup;
  const taken = { owner, backup, assignmentDuty: null };
  if (state.accepted) return step(taken, [named], { notices });
  return step({ ...taken, stage: 'assigned' }, [named], {
    duties: [
      { kind: 'accept', does: 'dropped' },
      { kind: 'accept', does: 'open' },
    ],
    notices,
  });
}
