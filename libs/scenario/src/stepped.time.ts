import type { Instant } from '@redress/policy';
import { DomainTime } from './domain.time.ts';
import type { QuietScope } from './quiet.ts';

/** Time in steps: from due instant to due instant, waking whoever has one, and on when all is quiet. */
export class SteppedTime extends DomainTime {
  async moveTo(target: Instant, scope: QuietScope = {}): Promise<void> {
    await this.quiet(undefined, scope);
    for (;;) {
      const next = await this.nextDue(target, scope);
      await this.set(next ?? target);
      if (next === null) return;
      await this.wakeDueBy(next, scope);
      await this.quiet(undefined, scope);
    }
  }

  /** Goes to `target` and waits for nothing: what falls due on the way is woken, and happens when it can. */
  async passTo(target: Instant, scope: QuietScope = {}): Promise<void> {
    await this.set(target);
    await this.wakeDueBy(target, scope);
  }
}
