import { COMPLAINT_QUEUE, COMPLAINT_WORKFLOW, WAKE, workflowIdOf } from '@redress/contracts/workflow';
import type { Database } from '@redress/db';
import type { DomainClock, ServiceLog } from '@redress/service-kit';
import type { Client } from '@temporalio/client';

const AT_ONCE = 100;

/**
 * Wakes complaints whose next due instant has passed and starts those whose process is gone: a safety net. That it had to
 * is reported, since timers should have done it.
 */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private sweeping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: DomainClock,
    private readonly temporal: Client,
    private readonly log: ServiceLog,
    private readonly everyMs: number,
  ) {}

  start(): void {
    if (this.everyMs <= 0) return;
    this.timer = setInterval(
      () => void this.sweep().catch((err: unknown) => this.log.warn({ err }, 'not swept')),
      this.everyMs,
    );
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Answers how many had to be woken. A sweep that is still under way is not doubled. */
  async sweep(): Promise<number> {
    if (this.sweeping) return 0;
    this.sweeping = true;
    try {
      return await this.wakeAll();
    } finally {
      this.sweeping = false;
    }
  }

  private async wakeAll(): Promise<number> {
    const now = await this.clock.now(this.database);
    const late = await this.database.query<{ id: string }>(
      `SELECT complaint.id FROM intake.complaints AS complaint
       WHERE ended_at IS NULL AND next_due_at < $1::timestamptz - $2 * interval '1 millisecond'
         AND EXISTS (SELECT FROM intake.outbox WHERE queue = 'start' AND key = complaint.id::text AND state = 'sent')
       ORDER BY next_due_at LIMIT ${AT_ONCE}`,
      [now, this.everyMs],
    );
    for (const { id } of late) await this.wake(id);
    if (late.length > 0) this.log.warn({ woken: late.length, first: late[0]?.id }, 'complaints had to be woken');
    return late.length;
  }

  private async wake(complaintId: string): Promise<void> {
    await this.temporal.workflow.signalWithStart(COMPLAINT_WORKFLOW, {
      workflowId: workflowIdOf(complaintId),
      taskQueue: COMPLAINT_QUEUE,
      args: [{ complaintId }],
      signal: WAKE,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
  }
}
