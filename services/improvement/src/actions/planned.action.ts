import type { Instant } from '@redress/policy';
import type { Action } from './action.ts';

/** What a plan says. */
export type ActionPlan = Pick<
  Action,
  'id' | 'complaintId' | 'source' | 'kind' | 'cause' | 'ownerId' | 'departmentId' | 'dueAt' | 'followUpAt' | 'plannedBy'
>;

/** An action at its beginning. */
export function plannedAction(plan: ActionPlan, at: Instant): Action {
  return {
    ...plan,
    stage: 'open',
    round: 1,
    plannedAt: at,
    clockFrom: at,
    owedAt: plan.dueAt,
    doneAt: null,
    closedAt: null,
    sequence: 0,
    nextDueAt: null,
  };
}
