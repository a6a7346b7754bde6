import type { Instant } from '../instant.ts';
import type { Budget, DutyKind } from '../pack/pack.ts';

/** A stretch in which a clock stands still (PRC-21). */
export interface Pause {
  readonly from: Instant;
  /** Null while it lasts; its limit ends it as an act of its own. */
  readonly to: Instant | null;
}

/** A clock as data: everything else about it (due instant, rungs, what remains) is computed from this. */
export interface Clock {
  readonly kind: DutyKind;
  readonly startedAt: Instant;
  readonly budget: Budget;
  /** The handler's own date, which replaces what the budget gives (PRC-20, level 4); pauses still move it. */
  readonly givenDate: Instant | null;
  readonly pauses: readonly Pause[];
}
