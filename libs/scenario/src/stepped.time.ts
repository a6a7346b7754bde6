import type { Bus } from '@redress/bus';
import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { WAKE, workflowIdOf } from '@redress/contracts/workflow';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import type { Client } from '@temporalio/client';
import { waitForQuiet, type QuietScope } from './quiet.ts';

/** Moves the domain clock of an installation, forward only, and lets everything that falls due happen on the way. */
export class SteppedTime {
  constructor(
    private readonly database: Tx,
    private readonly bus: Bus,
    private readonly temporal: Client,
  ) {}

  async now(): Promise<Instant> {
    const [row] = await this.database.query<{ at: Date }>(`SELECT at FROM domain_clock.now WHERE id = 1`);
    if (row === undefined) throw new Error('the domain clock has not been set');
    return row.at.toISOString();
  }

  /**
   * Goes to `target`, stopping at each due instant until it is quiet. Answers how many stops were made. Where `among`
   * names complaints, only theirs are stopped at and waited for; the others fire late, as after an outage.
   */
  async moveTo(target: Instant, scope: QuietScope = {}): Promise<number> {
    await this.quiet(undefined, scope);
    for (let stops = 0; ; stops++) {
      const next = await this.nextDue(target, scope);
      await this.set(next ?? target);
      if (next === null) return stops;
      await this.wakeDue(scope);
      await this.quiet(undefined, scope);
    }
  }

  /** Goes to `target` and waits for nothing: what falls due on the way is woken, and happens when it can. */
  async passTo(target: Instant, scope: QuietScope = {}): Promise<void> {
    await this.set(target);
    await this.wakeDue(scope);
  }

  quiet(withinMs?: number, scope?: QuietScope): Promise<void> {
    return waitForQuiet(this.database, this.bus, withinMs, scope);
  }

  /** The next instant up to `target` at which something falls due by itself. */
  private async nextDue(target: Instant, { among }: QuietScope): Promise<Instant | null> {
    const [row] = await this.database.query<{ next: Date | null }>(
      `SELECT min(due_at) AS next FROM (
         SELECT min(next_due_at) AS due_at FROM intake.complaints
         WHERE ended_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY($2))
         UNION ALL SELECT min(next_due_at) FROM improvement.actions
         UNION ALL SELECT min(due_at) FROM staffing.absences
       ) AS due WHERE due_at <= $1`,
      [target, among ?? null],
    );
    return row?.next?.toISOString() ?? null;
  }

  private async set(at: Instant): Promise<void> {
    await this.database.query(`UPDATE domain_clock.now SET at = $1 WHERE id = 1 AND at <= $1`, [at]);
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
