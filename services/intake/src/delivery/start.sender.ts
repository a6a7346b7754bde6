import { COMPLAINT_QUEUE, COMPLAINT_WORKFLOW, workflowIdOf, type ComplaintStart } from '@redress/contracts/workflow';
import type { OutboxRow, Sender, Sent } from '@redress/db';
import type { Client } from '@temporalio/client';

const AT_ONCE = 20;

/** Starts processes: harmless to repeat, since the workflow id is the complaint's. Throws when Temporal is away. */
export function startSender(temporal: Client): Sender {
  return async (rows) => {
    const sent: Sent[] = [];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      sent.push(...(await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => start(temporal, row)))));
    }
    return sent;
  };
}

async function start(temporal: Client, row: OutboxRow): Promise<Sent> {
  await startComplaint(temporal, row.key);
  return { id: row.id, outcome: 'sent' };
}

/** Starts the process of a complaint, or leaves the one that lives. A completed one is never started again. */
export async function startComplaint(temporal: Client, complaintId: string): Promise<void> {
  const start: ComplaintStart = { complaintId };
  try {
    await temporal.workflow.start(COMPLAINT_WORKFLOW, {
      workflowId: workflowIdOf(complaintId),
      taskQueue: COMPLAINT_QUEUE,
      args: [start],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  } catch (fault) {
    if (!hasCompleted(fault)) throw fault;
  }
}

/** True when a process was not started because an earlier one of the same complaint has completed. */
export function hasCompleted(fault: unknown): boolean {
  return fault instanceof Error && fault.name === 'WorkflowExecutionAlreadyStartedError';
}
