import type { Bus } from '@redress/bus';
import type { Tx } from '@redress/db';
import { plusMs, type Instant } from '@redress/policy';
import type { Client } from '@temporalio/client';
import { DomainTime } from './domain.time.ts';
import { StillAtWork, type QuietScope } from './quiet.ts';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 240_000;

/**
 * Time that runs at `rate` domain milliseconds to one of the machine at most, and stands still while anything is at work,
 * so that nothing is late because the machine is slow (ARCHITECTURE, Time). It runs from due instant to due instant: before
 * it is let go on, processes with something due there are woken to set their timers, and these fire it.
 */
export class RatedTime extends DomainTime {
  private heldAt: Instant | null = null;

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
    const time = new RatedTime(database, bus, temporal, rate);
    await time.hold(await time.now(), {});
    return time;
  }

  async moveTo(target: Instant, scope: QuietScope = {}): Promise<void> {
    let lookedAt = performance.now();
    let quietAt = lookedAt;
    for (;;) {
      const working = await this.atWork(scope);
      const ranMs = performance.now() - lookedAt;
      lookedAt += ranMs;
      if (Object.keys(working).length === 0) {
        if ((await this.now()) >= target) return;
        await this.run(ranMs, (await this.nextDue(target, scope)) ?? target, scope);
        quietAt = lookedAt;
      } else if (lookedAt - quietAt > PATIENCE_MS) throw new StillAtWork(PATIENCE_MS, working);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Lets it run as long as the machine did, up to where it stops next. */
  private async run(ranMs: number, stop: Instant, scope: QuietScope): Promise<void> {
    if (stop !== this.heldAt) await this.hold(stop, scope);
    const reached = plusMs(await this.now(), Math.floor(ranMs * this.rate));
    await this.set(reached < stop ? reached : stop);
  }

  private async hold(at: Instant, scope: QuietScope): Promise<void> {
    await this.database.query(`UPDATE domain_clock.now SET held_at = $1, rate = $2 WHERE id = 1`, [at, this.rate]);
    this.heldAt = at;
    await this.wakeDueBy(at, scope);
  }
}
