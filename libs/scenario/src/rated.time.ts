import type { Bus } from '@redress/bus';
import type { Tx } from '@redress/db';
import { plusMs, type Instant } from '@redress/policy';
import type { Client } from '@temporalio/client';
import { DomainTime } from './domain.time.ts';
import type { QuietScope } from './quiet.ts';

/** It runs in steps of so long. */
const STEP_MS = 50;
/** Less than the shortest rhythm of a pack, so that what comes round is said as often as it would be. */
const TOGETHER_MS = 90 * 60_000;
const PATIENCE_MS = 240_000;

/**
 * Time that runs at `rate` domain milliseconds to one of the machine at most, and stands still while anything is at work,
 * so that nothing is late because the machine is slow (ARCHITECTURE, Time). It runs from due instant to due instant: before
 * it is let go on, processes with something due up to there are woken to set their timers, and these fire it.
 */
export class RatedTime extends DomainTime {
  private constructor(
    database: Tx,
    bus: Bus,
    temporal: Client,
    readonly rate: number,
  ) {
    super(database, bus, temporal);
  }

  /** Holds the clock where it is, before anything can fall asleep. */
  static async open(database: Tx, bus: Bus, temporal: Client, rate: number): Promise<RatedTime> {
    await database.query(`UPDATE domain_clock.now SET rate = $1, held_at = at WHERE id = 1`, [rate]);
    return new RatedTime(database, bus, temporal, rate);
  }

  async moveTo(target: Instant, scope: QuietScope = {}): Promise<void> {
    let stop: Instant | null = null;
    for (;;) {
      await this.quiet(PATIENCE_MS, scope);
      const now = await this.now();
      if (now >= target) return;
      if (stop === null || now >= stop) {
        stop = await this.nextStop(target, scope);
        await this.holdAt(stop, scope);
      }
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      const reached = plusMs(now, STEP_MS * this.rate);
      await this.set(reached < stop ? reached : stop);
    }
  }

  /** What falls due within so long fires in one go, each at its own instant. */
  private async nextStop(target: Instant, scope: QuietScope): Promise<Instant> {
    const next = await this.nextDue(target, scope);
    if (next === null) return target;
    const together = plusMs(next, TOGETHER_MS);
    return together < target ? together : target;
  }

  private async holdAt(stop: Instant, scope: QuietScope): Promise<void> {
    await this.database.query(`UPDATE domain_clock.now SET held_at = $1 WHERE id = 1`, [stop]);
    const woken = await this.wakeDueBy(stop, scope);
    // Else the clock could be there before a timer is set, and the waking would have fired it. One after the other: asking is
    // work too, and while the first one sets its timer most others do.
    for (const id of woken) await this.untilAsleep(id);
  }

  private async untilAsleep(workflowId: string): Promise<void> {
    const process = this.temporal.workflow.getHandle(workflowId);
    for (;;) {
      const { raw } = await process.describe();
      if (raw.pendingWorkflowTask == null && (raw.pendingActivities ?? []).length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  }
}
