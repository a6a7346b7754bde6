import type { DutyKind, Facts, Instant, Pause } from '@redress/policy';

/** A promise to the customer as it went. */
export interface PastClock {
  readonly kind: Extract<DutyKind, 'respond' | 'solve'>;
  readonly startedAt: Instant;
  /** When it was met; null while it still runs. */
  readonly endedAt: Instant | null;
  readonly givenDate: Instant | null;
  readonly pauses: readonly Pause[];
}

/** What is known of a complaint that has been filed: figures, codes and instants, nobody's words. */
export interface PastComplaint {
  readonly number: string;
  readonly packHash: string;
  /** What it was graded by at the door. */
  readonly facts: Facts;
  /** The level that a person gave it instead; null where the rules decided. */
  readonly levelByPerson: string | null;
  readonly clocks: readonly PastClock[];
}
