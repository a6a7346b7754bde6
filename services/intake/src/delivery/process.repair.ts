import { workflowIdOf } from '@redress/contracts/workflow';
import type { Tx } from '@redress/db';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { startComplaint } from './start.sender.ts';

/** What a repair has found, in complaints that have not ended. */
export interface RepairReport {
  readonly open: number;
  readonly running: number;
  readonly started: number;
  /** Their process has completed, which only the end of a complaint should do: somebody must look. */
  readonly completed: readonly string[];
}

const PAGE = 500;
const AT_ONCE = 20;

type Found = 'running' | 'started' | 'completed';

/** Starts the process of every open complaint that has none. Doing it twice, or beside running services, does no harm. */
export async function repairProcesses(tx: Tx, temporal: Client): Promise<RepairReport> {
  const found = new Map<string, Found>();
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await openAfter(tx, after);
    for (let from = 0; from < page.length; from += AT_ONCE) {
      const group = page.slice(from, from + AT_ONCE);
      await Promise.all(group.map(async (id) => found.set(id, await repairOne(temporal, id))));
    }
    const last = page.at(-1);
    if (last === undefined) return reportOf(found);
    after = last;
  }
}

async function openAfter(tx: Tx, after: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM intake.complaints WHERE ended_at IS NULL AND id > $1 ORDER BY id LIMIT ${PAGE}`,
    [after],
  );
  return rows.map(({ id }) => id);
}

async function repairOne(temporal: Client, complaintId: string): Promise<Found> {
  const status = await statusOf(temporal, complaintId);
  if (status === 'RUNNING') return 'running';
  if (status === 'COMPLETED') return 'completed';
  await startComplaint(temporal, complaintId);
  return 'started';
}

async function statusOf(temporal: Client, complaintId: string): Promise<string | null> {
  try {
    return (await temporal.workflow.getHandle(workflowIdOf(complaintId)).describe()).status.name;
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return null;
    throw fault;
  }
}

function reportOf(found: ReadonlyMap<string, Found>): RepairReport {
  const of = (what: Found) => [...found].filter(([, one]) => one === what).map(([id]) => id);
  const [running, started, completed] = [of('running'), of('started'), of('completed')];
  return { open: found.size, running: running.length, started: started.length, completed };
}
