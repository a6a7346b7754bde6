import type { Bus } from '@redress/bus';
import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { WAKE, workflowIdOf } from '@redress/contracts/workflow';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import type { Client } from '@temporalio/client';
import { DomainTime } from './domain.time.ts';
import type { QuietScope } from './quiet.ts';

/** Time in steps: from due instant to due instant, waking whoever has one, and on when all is quiet. */
export class SteppedTime extends DomainTime {
  constructor(
    database: Tx,
    bus: Bus,
    private readonly temporal: Client,
  ) {
    super(database, bus);
  }

  async moveTo(target: Instant, scope: QuietScope = {}): Promise<void> {
    await this.quiet(undefined, scope);
    for (;;) {
      const next = await this.nextDue(target, scope);
      await this.set(next ?? target);
      if (next === null) return;
      await this.wakeDue(scope);
      await this.quiet(undefined, scope);
    }
  }

  /** Absences need no waking: staffing looks by itself. */
  private async wakeDue({ among }: QuietScope): Promise<void> {
    const complaints = await this.database.query<{ id: string }>(
      `SELECT id FROM intake.complaints WHERE ended_at IS NULL AND next_due_at <= (SELECT at FROM domain_clock.now)
         AND ($1::uuid[] IS NULL OR id = ANY($1))`,
      [among ?? null],
    );
    const actions = await this.database.query<{ id: string }>(
      `SELECT id FROM improvement.actions WHERE next_due_at <= (SELECT at FROM domain_clock.now)`,
    );
    const processes = [
      ...complaints.map(({ id }) => workflowIdOf(id)),
      ...actions.map(({ id }) => actionWorkflowIdOf(id)),
    ];
    await Promise.all(processes.map((id) => this.wake(id)));
  }

  private wake(workflowId: string): Promise<void> {
    return this.temporal.workflow.getHandle(workflowId).signal(WAKE);
  }
}
