import { COMPLAINT_QUEUE, COMPLAINT_WORKFLOW, workflowIdOf, type ComplaintStart } from '@redress/contracts/workflow';
import type { OutboxRow, Sender, Sent } from '@redress/db';
import type { Client } from '@temporalio/client';

const AT_ONCE = 20;

/**
 * Starts processes: harmless to repeat, since the workflow id is the complaint's. One that cannot be started holds back no
 * other. Throws when none could; never before all that are under way have come to their end.
 */
export function startSender(temporal: Client): Sender {
  return async (rows) => {
    const sent: Sent[] = [];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      sent.push(...(await startAll(temporal, rows.slice(from, from + AT_ONCE))));
    }
    return sent;
  };
}

async function startAll(temporal: Client, rows: readonly OutboxRow[]): Promise<Sent[]> {
  const starts = await Promise.allSettled(rows.map(({ key }) => startComplaint(temporal, key)));
  const faults = starts.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (faults.length === rows.length) throw faults[0];
  return rows.map(({ id }, index) => ({ id, outcome: starts[index]?.status === 'fulfilled' ? 'sent' : 'again' }));
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
