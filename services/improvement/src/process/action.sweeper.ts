import type { Database } from '@redress/db';
import { PeriodicSweep, type DomainClock, type ServiceLog } from '@redress/service-kit';
import type { Client } from '@temporalio/client';
import { wakeAction } from './process.sender.ts';

const AT_ONCE = 100;

/** Wakes actions whose next instant has passed, or whose process is gone: a safety net, and it says when it had to. */
export class ActionSweeper extends PeriodicSweep {
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
