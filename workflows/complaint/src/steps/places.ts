import type { CaseChanges, CaseState, DutyChange, Notice } from '@redress/policy';

/** The department head names a new B (PRC-2). */
export const NAME_A_BACKUP = {
  duty: { kind: 'backup', does: 'open', holder: { kind: 'department-head' } },
  notice: { to: { kind: 'department-head' }, code: 'name-a-backup' },
} as const satisfies { duty: DutyChange; notice: Notice };

/** Owner and backup are to be found anew, by staffing (PRC-2, PRC-10). */
export function toBeAssigned(state: CaseState): CaseChanges {
  const assignments = state.assignments + 1;
  return {
    stage: 'received',
    owner: null,
    backup: null,
    head: null,
    accepted: false,
    assignments,
    assignmentDuty: `assign-${assignments}`,
  };
}

/** Who stands in for the owner: B, else the department head; nobody who is complained of or has declined it (PRC-2, PRC-25). */
export function nextOwner(state: CaseState, leaving: string): { owner: string; isHead: boolean } | null {
  const barred = [leaving, ...state.concerned, ...state.declinedBy];
  const able = (person: string | null): person is string => person !== null && !barred.includes(person);
  if (able(state.backup)) return { owner: state.backup, isHead: false };
  return able(state.head) ? { owner: state.head, isHead: true } : null;
}

/** The tracker has logged how it stands, and does so again until it is closed (PRC-27). */
export function nextTracking(tracker: string): readonly DutyChange[] {
  return [
    { kind: 'tracking', does: 'met' },
    { kind: 'tracking', does: 'open', holder: { kind: 'person', personId: tracker } },
  ];
}
