import type { Bus } from '@redress/bus';
import type { Tx } from '@redress/db';
import { plusMs, type Instant } from '@redress/policy';
import { DomainTime } from './domain.time.ts';
import type { QuietScope } from './quiet.ts';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 240_000;

/**
 * Time that runs at `rate` domain milliseconds to one of the machine at most, and stands still while anything is at work,
 * so that nothing is late because the machine is slow (ARCHITECTURE, Time). It wakes nobody: timers do.
 */
export class RatedTime extends DomainTime {
  constructor(
    database: Tx,
    bus: Bus,
    readonly rate: number,
  ) {
    super(database, bus);
  }

  async moveTo(target: Instant, scope: QuietScope = {}): Promise<void> {
    await this.tellRate();
    let lookedAt = performance.now();
    let quietAt = lookedAt;
    for (;;) {
      const quiet = await this.isQuiet(scope);
      const ranMs = performance.now() - lookedAt;
      lookedAt += ranMs;
      if (quiet) {
        if ((await this.now()) >= target) return;
        await this.run(ranMs * this.rate, target, scope);
        quietAt = lookedAt;
      } else if (lookedAt - quietAt > PATIENCE_MS) await this.quiet(0, scope);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private async run(byMs: number, target: Instant, scope: QuietScope): Promise<void> {
    const reached = plusMs(await this.now(), Math.floor(byMs));
    const stop = (await this.nextDue(target, scope)) ?? target;
    await this.set(reached < stop ? reached : stop);
  }

  /** What the services reckon with when they say how long to sleep. */
  private async tellRate(): Promise<void> {
    await this.database.query(`UPDATE domain_clock.now SET rate = $1 WHERE id = 1`, [this.rate]);
  }

  private async isQuiet(scope: QuietScope): Promise<boolean> {
    return Object.keys(await this.atWork(scope)).length === 0;
  }
}
