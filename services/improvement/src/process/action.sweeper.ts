import type { Database } from '@redress/db';
import type { DomainClock, ServiceLog } from '@redress/service-kit';
import type { Client } from '@temporalio/client';
import { wakeAction } from './process.sender.ts';

const AT_ONCE = 100;

/** Wakes actions whose next instant has passed, or whose process is gone: a safety net, and it says when it had to. */
export class ActionSweeper {
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
      `SELECT id FROM improvement.actions
       WHERE next_due_at < $1::timestamptz - $2 * interval '1 millisecond'
         AND NOT EXISTS (SELECT FROM improvement.outbox WHERE queue = 'process' AND key = actions.id::text AND state = 'waiting')
       ORDER BY next_due_at LIMIT ${AT_ONCE}`,
      [now, this.everyMs],
    );
    for (const { id } of late) await wakeAction(this.temporal, id);
    if (late.length > 0) this.log.warn({ woken: late.length, first: late[0]?.id }, 'actions had to be woken');
    return late.length;
  }
}
