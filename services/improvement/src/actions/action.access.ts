import type { Actor } from '@redress/policy';
import type { Labels } from '../register/complaint.repository.ts';
import type { Action } from './action.ts';

/** What reading depends on beside the action itself. */
export type VisibleAction = Pick<Action, 'ownerId' | 'departmentId'> & Pick<Labels, 'access' | 'concerned'>;

type Placed = Pick<Action, 'ownerId' | 'departmentId'>;

const can = (actor: Actor, capability: Actor['capabilities'][number]) => actor.capabilities.includes(capability);

/**
 * The owner, the department, and who reads everything; what belongs to a restricted complaint needs the grant (INT-7), and
 * who is complained of sees nothing of the own case (PRC-3).
 */
export function mayRead(actor: Actor, action: VisibleAction): boolean {
  if (action.concerned.includes(actor.id)) return false;
  if (action.access === 'restricted' && !can(actor, 'read-restricted')) return false;
  if (can(actor, 'read-all') || can(actor, 'audit') || actor.id === action.ownerId) return true;
  return can(actor, 'read-department') && actor.departmentId === action.departmentId;
}

/** Who plans and changes a department's actions: its approvers and its head, and who coordinates or leads all of them. */
export function manages(actor: Actor, departmentId: string): boolean {
  if (can(actor, 'coordinate') || can(actor, 'lead')) return true;
  return can(actor, 'approve') && actor.departmentId === departmentId;
}

/** Tells how it goes, and that it is done. */
export function mayWork(actor: Actor, action: Placed): boolean {
  return actor.id === action.ownerId || manages(actor, action.departmentId);
}

/** Judges the effect and moves dates: never the owner, who would judge the own work. */
export function mayJudge(actor: Actor, action: Placed): boolean {
  return actor.id !== action.ownerId && manages(actor, action.departmentId);
}
