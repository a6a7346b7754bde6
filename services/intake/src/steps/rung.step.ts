import type { Addressees, CaseState, Decision, Entry, Rung } from '@redress/policy';
import type { DueRung } from './duty.repository.ts';

/**
 * What a rung brings about: who is told from now on, whether ownership moves. Who stands above the backup owns it, whether or
 * not it had been accepted: nobody takes it from them because a clock of somebody else runs out (PRC-2, PRC-25).
 */
export function rungStep(state: CaseState, due: DueRung, rung: Rung, to: Addressees): Decision {
  const { owner, backup, toldUpward } = state;
  const facts = { dutyId: due.dutyId, rung: rung.code, dueAt: due.dueAt, firedFor: due.firesAt };
  const fired: Entry = { code: rung.warning ? 'warned' : 'escalated', facts, because: to.because };
  if (due.kind === 'misconduct') return ofRecord(fired);
  const moved = to.ownershipMovesTo;
  const told = rung.warning ? toldUpward : [...new Set([...toldUpward, ...to.tells])];
  const reportsBegin = toldUpward.length === 0 && told.length > 0 && due.kind !== 'accept';
  const toBackup = moved !== null && moved === backup;
  const owns = moved !== null && !toBackup && state.stage === 'assigned';
  return {
    changes: {
      ...(moved === null ? {} : { owner: moved, ...(toBackup ? { backup: null } : {}) }),
      ...(owns ? { stage: 'investigating' as const, accepted: true } : {}),
      ...(told.length === toldUpward.length ? {} : { toldUpward: told }),
    },
    duties: [
      ...(owns ? [{ kind: 'accept', does: 'dropped' } as const] : []),
      ...(toBackup ? [{ kind: 'backup', does: 'open', holder: { kind: 'department-head' } } as const] : []),
      ...(reportsBegin && state.resultToldAt === null ? [{ kind: 'progress', does: 'open' } as const] : []),
    ],
    entries: [
      fired,
      ...(moved === null
        ? []
        : [{ code: 'handed-over', facts: { from: owner, reason: rung.code }, because: to.because } as const]),
    ],
    notices: toBackup ? [{ to: { kind: 'department-head' }, code: 'name-a-backup' }] : [],
    messages: [],
    others: [],
  };
}

/** A rung of the record of misconduct: nobody owns or reports the complaint by it, and it is seen with the grant alone (INT-15). */
function ofRecord(fired: Entry): Decision {
  return { changes: {}, duties: [], entries: [fired], notices: [], messages: [], others: [], restricts: 'this-step' };
}
