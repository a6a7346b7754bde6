import {
  ACTION_QUEUE,
  ACTION_WORKFLOW,
  actionWorkflowIdOf,
  type ActionStart,
} from '@redress/contracts/action-workflow';
import { WAKE } from '@redress/contracts/workflow';
import type { Sender } from '@redress/db';
import type { Client } from '@temporalio/client';

const AT_ONCE = 20;

/** Starts or wakes the processes of actions: harmless to repeat. Throws when Temporal is away. */
export function processSender(temporal: Client): Sender {
  return async (rows) => {
    const actionIds = [...new Set(rows.map(({ key }) => key))];
    for (let from = 0; from < actionIds.length; from += AT_ONCE)
      await all(actionIds.slice(from, from + AT_ONCE).map((id) => wakeAction(temporal, id)));
    return rows.map(({ id }) => ({ id, outcome: 'sent' }));
  };
}

/** Waits for every one before it throws: none is still under way when the connection is closed. */
async function all(calls: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(calls)).find((call) => call.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Wakes the process of an action, or starts it where none lives. One that has come to its end stays there. */
export async function wakeAction(temporal: Client, actionId: string): Promise<void> {
  const start: ActionStart = { actionId };
  try {
    await temporal.workflow.signalWithStart(ACTION_WORKFLOW, {
      workflowId: actionWorkflowIdOf(actionId),
      taskQueue: ACTION_QUEUE,
      args: [start],
      signal: WAKE,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'WorkflowExecutionAlreadyStartedError') return;
    throw fault;
  }
}
