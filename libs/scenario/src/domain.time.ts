import type { Bus } from '@redress/bus';
import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { WAKE, workflowIdOf } from '@redress/contracts/workflow';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import type { Client } from '@temporalio/client';
import { Quiet, type AtWork, type QuietScope } from './quiet.ts';

/** The domain clock of an installation as whoever plays on it moves it: forward only, and never past what is due. */
export abstract class DomainTime {
  private readonly stillness: Quiet;

  constructor(
    protected readonly database: Tx,
    bus: Bus,
    protected readonly temporal: Client,
  ) {
    this.stillness = new Quiet(database, bus);
  }

  /**
   * Goes to `target` and lets everything that falls due on the way happen at its instant. Where `among` names complaints,
   * only theirs are stopped at and waited for; the others fire late, as after an outage.
   */
  abstract moveTo(target: Instant, scope?: QuietScope): Promise<void>;

  async now(): Promise<Instant> {
    const [row] = await this.database.query<{ at: Date }>(`SELECT at FROM domain_clock.now WHERE id = 1`);
    if (row === undefined) throw new Error('the domain clock has not been set');
    return row.at.toISOString();
  }

  /** Waits until nothing is at work. Throws with what still is after `withinMs`. */
  quiet(withinMs?: number, scope?: QuietScope): Promise<void> {
    return this.stillness.wait(withinMs, scope);
  }

  /** What is still at work; empty when it is quiet. */
  atWork(scope?: QuietScope): Promise<AtWork> {
    return this.stillness.atWork(scope);
  }

  /** The next instant up to `target` at which something falls due by itself. */
  protected async nextDue(target: Instant, { among }: QuietScope): Promise<Instant | null> {
    const [row] = await this.database.query<{ next: Date | null }>(
      `SELECT min(due_at) AS next FROM (
         SELECT min(next_due_at) AS due_at FROM intake.complaints
         WHERE ended_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY($2))
         UNION ALL SELECT min(next_due_at) FROM improvement.actions
         UNION ALL SELECT min(due_at) FROM staffing.absences
         UNION ALL SELECT min(choice_due_at) FROM intake.crossings
         WHERE choice IS NULL AND cleared_at IS NULL AND late_told_at IS NULL
       ) AS due WHERE due_at <= $1`,
      [target, among ?? null],
    );
    return row?.next?.toISOString() ?? null;
  }

  protected async set(at: Instant): Promise<void> {
    await this.database.query(`UPDATE domain_clock.now SET at = $1 WHERE id = 1 AND at <= $1`, [at]);
  }

  /**
   * Wakes every process with something due up to `at`, and returns their workflow ids. Absences and choices need no waking:
   * staffing and intake look by themselves.
   */
  protected async wakeDueBy(at: Instant, { among }: QuietScope): Promise<string[]> {
    const complaints = await this.database.query<{ id: string }>(
      `SELECT id FROM intake.complaints WHERE ended_at IS NULL AND next_due_at <= $1
         AND ($2::uuid[] IS NULL OR id = ANY($2))`,
      [at, among ?? null],
    );
    const actions = await this.database.query<{ id: string }>(
      `SELECT id FROM improvement.actions WHERE next_due_at <= $1`,
      [at],
    );
    const processes = [
      ...complaints.map(({ id }) => workflowIdOf(id)),
      ...actions.map(({ id }) => actionWorkflowIdOf(id)),
    ];
    await Promise.all(processes.map((id) => this.wake(id)));
    return processes;
  }

  private wake(workflowId: string): Promise<void> {
    return this.temporal.workflow.getHandle(workflowId).signal(WAKE);
  }
}
