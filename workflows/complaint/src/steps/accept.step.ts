import type { CaseState } from '@redress/policy';
import { entry, stageAfter, step, type TakeCommand, type Verdict } from './step.ts';

/** The owner takes it on: the investigation begins (PRC-2). */
export const accept: TakeCommand = (_state, terms) =>
  step({ stage: stageAfter('assigned', terms), accepted: true }, [entry('accepted')], {
    duties: [{ kind: 'accept', does: 'met' }],
  });

/**
 * Nobody accepted in time: B takes over without anyone asking and the department head names a new B; when B does not
 * accept either, the department head owns it (PRC-2).
 */
export function notAccepted(state: CaseState): Verdict {
  return state.backup === null ? toHead(state) : toBackup(state, state.backup);
}

function toBackup(state: CaseState, backup: string): Verdict {
  return step({ owner: backup, backup: null }, [handedOver(state)], {
    duties: [
      { kind: 'accept', does: 'passed' },
      { kind: 'accept', does: 'open' },
    ],
    notices: [
      { to: { kind: 'owner' }, code: 'taken-over-by-you' },
      { to: { kind: 'department-head' }, code: 'name-a-backup' },
    ],
  });
}

function toHead(state: CaseState): Verdict {
  return step({ stage: 'investigating', owner: state.head ?? state.owner, accepted: true }, [handedOver(state)], {
    duties: [{ kind: 'accept', does: 'passed' }],
    notices: [{ to: { kind: 'department-head' }, code: 'taken-over-by-you' }],
  });
}

const handedOver = (state: CaseState) =>
  entry('handed-over', { from: state.owner, reason: 'not-accepted' }, 'accept-in-time');
