import type { Instant } from '../instant.ts';
import type { Addressee, DepartmentRole } from '../pack/pack.ts';
import type { CaseChanges, CaseState } from './case-state.ts';
import type { DutyChange, DutyHolder, Entry } from './decision.ts';

/** Whom a duty waits for; nobody is named where it waits for the owner. */
export function heldBy(by: Addressee | DepartmentRole): { readonly holder?: DutyHolder } {
  return by.kind === 'role' || by.kind === 'department-role' || by.kind === 'department-head' ? { holder: by } : {};
}

/** A task that has been set: what it changes, the line that tells of it, and its clock. */
export interface SetTask {
  readonly changes: CaseChanges;
  readonly entries: readonly Entry[];
  readonly duties: readonly DutyChange[];
}

/** Sets a task; the owner sees to it unless somebody else is named (PRC-7, INT-22). */
export function setTaskFor(
  state: CaseState,
  kind: string,
  { holder, dueAt }: { readonly holder?: DutyHolder; readonly dueAt?: Instant } = {},
): SetTask {
  const tasksSet = state.tasksSet + 1;
  const ref = String(tasksSet);
  const departmentId = holder?.kind === 'department' ? holder.departmentId : null;
  return {
    changes: { tasksSet, tasks: { ...state.tasks, [ref]: { kind, departmentId, appointmentAt: null } } },
    entries: [{ code: 'task-set', facts: { task: ref, kind, departmentId }, because: [] }],
    duties: [{ kind: 'task', ref, does: 'open', holder, dueAt }],
  };
}
