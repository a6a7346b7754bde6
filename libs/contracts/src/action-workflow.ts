/**
 * What an improvement action's process and its service say to each other. Free of schemas, so that the workflow's sandbox
 * can import it.
 */
import type { Instant } from '@redress/policy';
import { COMPLAINT_QUEUE } from './workflow.ts';

export const ACTION_WORKFLOW = 'improvementAction';
/** One worker runs every process. */
export const ACTION_QUEUE = COMPLAINT_QUEUE;
export const IMPROVEMENT_QUEUE = 'improvement';

/** The workflow id of an action. */
export function actionWorkflowIdOf(actionId: string): string {
  return `action/${actionId}`;
}

/** A run knows only the id: everything else stands in the table, and the table wins. */
export interface ActionStart {
  readonly actionId: string;
}

/** What the table says after everything that is due has fired. */
export interface ActionReply {
  /** The effect has been judged: nothing is owed any more (IMP-11). */
  readonly closed: boolean;
  readonly nextDueAt: Instant | null;
  /** Real milliseconds to sleep until then; null is until somebody wakes the process. */
  readonly wakeAfterMs: number | null;
}

/** Activities on the queue of improvement. */
export interface ImprovementActivities {
  fireActionDue(input: ActionStart): Promise<ActionReply>;
}
