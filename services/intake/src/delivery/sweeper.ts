import { COMPLAINT_QUEUE, COMPLAINT_WORKFLOW, WAKE, workflowIdOf } from '@redress/contracts/workflow';
import type { Database } from '@redress/db';
import { PeriodicSweep, type DomainClock, type ServiceLog } from '@redress/service-kit';
import type { Client } from '@temporalio/client';
import { hasCompleted } from './start.sender.ts';

const AT_ONCE = 100;

/**
 * Wakes complaints whose next due instant has passed and starts those whose process is gone: a safety net. That it had to
 * is shown on the stuck list, since timers should have done it.
 */
export class Sweeper extends PeriodicSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: DomainClock,
    private readonly temporal: Client,
    log: ServiceLog,
    everyMs: number,
  ) {
    super(log, everyMs);
  }

  protected async wakeAll(): Promise<number> {
    const late = await this.overslept();
    let woken = 0;
    for (const complaint of late) if (await this.wake(complaint)) woken += 1;
    if (late.length > 0) this.log.warn({ late: late.length, woken, first: late[0]?.id }, 'complaints had to be woken');
    return woken;
  }

  /** Past their next due instant, or with a command that found no process; not before their start was sent. */
  private async overslept(): Promise<Overslept[]> {
    const now = await this.clock.now(this.database);
    return this.database.query<Overslept>(
      `SELECT complaint.id, CASE WHEN next_due_at < $1::timestamptz THEN next_due_at END AS due_at
       FROM intake.complaints AS complaint
       WHERE ended_at IS NULL
         AND complaint.id IN (
           SELECT id FROM intake.complaints
           WHERE ended_at IS NULL AND next_due_at < $1::timestamptz - $2 * interval '1 millisecond'
           UNION SELECT complaint_id FROM intake.commands
           WHERE missed_since IS NOT NULL AND outcome IS NULL AND stuck IS NULL)
         AND EXISTS (SELECT FROM intake.outbox WHERE queue = 'start' AND key = complaint.id::text AND state = 'sent')
       ORDER BY next_due_at LIMIT ${AT_ONCE}`,
      [now, this.everyMs],
    );
  }

  /** False for one whose process has completed: that must not keep the others asleep. */
  private async wake({ id, due_at: dueAt }: Overslept): Promise<boolean> {
    try {
      await this.temporal.workflow.signalWithStart(COMPLAINT_WORKFLOW, {
        workflowId: workflowIdOf(id),
        taskQueue: COMPLAINT_QUEUE,
        args: [{ complaintId: id }],
        signal: WAKE,
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      });
    } catch (fault) {
      if (!hasCompleted(fault)) throw fault;
      this.log.error({ complaintId: id }, 'a process has completed although its complaint has not ended');
      return false;
    }
    await this.database.query(
      `INSERT INTO intake.wakings (complaint_id, due_at) VALUES ($1, $2)
       ON CONFLICT (complaint_id) DO UPDATE
       SET times = intake.wakings.times + 1, due_at = excluded.due_at, woken_at = clock_timestamp()`,
      [id, dueAt],
    );
    return true;
  }
}

interface Overslept {
  id: string;
  /** What it has slept over; null when it is a command that found no process. */
  due_at: Date | null;
}
