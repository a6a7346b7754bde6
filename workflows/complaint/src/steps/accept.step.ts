import type { CaseState, DutyEnd } from '@redress/policy';
import { NAME_A_BACKUP, nextOwner, toBeAssigned } from './places.ts';
import { entry, stageAfter, step, type TakeCommand, type Verdict } from './step.ts';

/** The owner takes it on: the investigation begins (PRC-2). */
export const accept: TakeCommand<'accept'> = (_state, terms) =>
  step({ stage: stageAfter('assigned', terms), accepted: true }, [entry('accepted')], {
    duties: [{ kind: 'accept', does: 'met' }],
  });

/** The owner says no: the backup takes over at once. Who is concerned never sees it again (PRC-2, PRC-3). */
export const decline: TakeCommand<'decline'> = (state, _terms, command) => {
  const { cause } = command.facts;
  const person = command.actor.id;
  const concerned = cause === 'concerned' ? [...state.concerned, person] : state.concerned;
  return handOn({ ...state, concerned }, 'declined', 'dropped', { concerned }, { cause });
};

/**
 * Nobody accepted in time: B takes over without anyone asking and the department head names a new B; when B does not
 * accept either, the department head owns it (PRC-2).
 */
export function notAccepted(state: CaseState): Verdict {
  return handOn(state, 'not-accepted', 'passed');
}

/** The owner is away or has left: B, or who was named, takes over where the work stands, due times stay (WRK-3). */
export const ownerAway: TakeCommand<'ownerAway'> = (state, _terms, command) => {
  const { personId, to } = command.facts;
  if (state.owner === personId) {
    const next = to === undefined ? state : { ...state, backup: to };
    return state.accepted ? takenOver(next, personId, 'away') : handOn(next, 'away', 'dropped');
  }
  if (state.backup !== personId) return step({}, []);
  return step({ backup: null }, [entry('named', { place: 'backup', personId: null }, 'away')], {
    duties: [NAME_A_BACKUP.duty],
    notices: [NAME_A_BACKUP.notice],
  });
};

/** Who stands higher takes it over from its owner, who stays informed as backup (PRC-25). */
export const takeOver: TakeCommand<'takeOver'> = (state, _terms, command) => {
  const from = state.owner;
  const stage = state.stage === 'assigned' ? 'investigating' : state.stage;
  return step(
    { stage, owner: command.actor.id, backup: state.backup ?? from, accepted: true },
    [entry('handed-over', { from, reason: 'taken-over' })],
    {
      duties: [{ kind: 'accept', does: 'dropped' }],
      notices: from === null ? [] : [{ to: { kind: 'person', personId: from }, code: 'taken-over-from-you' }],
    },
  );
};

/** The work goes on with B, else with the department head, else somebody is to be found. */
export function takenOver(state: CaseState, leaving: string, reason: string): Verdict {
  const next = nextOwner(state, leaving);
  const told = entry('handed-over', { from: leaving, reason }, reason);
  if (next === null) return step(toBeAssigned(state), [told], { duties: [{ kind: 'backup', does: 'dropped' }] });
  return step({ owner: next.owner, backup: null }, [told], {
    duties: [{ kind: 'backup', does: 'dropped' }, NAME_A_BACKUP.duty],
    notices: [{ to: { kind: 'owner' }, code: 'taken-over-by-you' }, NAME_A_BACKUP.notice],
  });
}

function handOn(
  state: CaseState,
  reason: 'declined' | 'not-accepted' | 'away',
  ends: DutyEnd,
  changes: Partial<CaseState> = {},
  facts: Readonly<Record<string, string>> = {},
): Verdict {
  const leaving = state.owner ?? '';
  const next = nextOwner(state, leaving);
  const declinedBy = [...state.declinedBy, leaving];
  const entries = [
    ...(reason === 'declined' ? [entry('declined', facts)] : []),
    entry('handed-over', { from: state.owner, reason }, reason === 'not-accepted' ? 'accept-in-time' : reason),
  ];
  const ended = { kind: 'accept', does: ends } as const;
  if (next === null)
    return step({ ...changes, ...toBeAssigned(state), declinedBy }, entries, {
      duties: [ended, { kind: 'backup', does: 'dropped' }],
    });
  if (next.isHead) {
    return step({ ...changes, stage: 'investigating', owner: next.owner, accepted: true, declinedBy }, entries, {
      duties: [ended],
      notices: [{ to: { kind: 'department-head' }, code: 'taken-over-by-you' }],
    });
  }
  return step({ ...changes, owner: next.owner, backup: null, declinedBy }, entries, {
    duties: [ended, { kind: 'accept', does: 'open' }, { kind: 'backup', does: 'dropped' }, NAME_A_BACKUP.duty],
    notices: [{ to: { kind: 'owner' }, code: 'taken-over-by-you' }, NAME_A_BACKUP.notice],
  });
}
