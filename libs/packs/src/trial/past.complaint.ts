import type { DutyKind, Facts, Instant, Pause, StatutoryFacts } from '@redress/policy';

/**
 * The clocks that a pack and what is known of a complaint settle: their length hangs on level, pack and calendar alone.
 * What is half of what remained (requests, tasks, approvals) hangs on what ran beside; the others wait for the customer or
 * come round. Those of the law are reckoned from the complaint, since each pack has its own.
 */
export const TRIED_KINDS = [
  ...(['respond', 'date', 'solve', 'analysis', 'follow-up', 'report'] as const),
  ...(['new-facts', 'tracking', 'write-up', 'assessment'] as const),
] as const satisfies readonly DutyKind[];

/** A clock as it went; a complaint may have had several of a kind. */
export interface PastClock {
  readonly kind: (typeof TRIED_KINDS)[number];
  readonly startedAt: Instant;
  /** When it was met; null while it still runs. */
  readonly endedAt: Instant | null;
  readonly givenDate: Instant | null;
  readonly pauses: readonly Pause[];
}

/** What decides which duties the law gives, and from when to when they ran (PRC-21). */
export interface UnderLaw extends StatutoryFacts {
  readonly receivedAt: Instant;
  /** Null while it still runs. */
  readonly resultToldAt: Instant | null;
}

/** What is known of a complaint that has been filed: figures, codes and instants, nobody's words. */
export interface PastComplaint {
  readonly number: string;
  readonly packHash: string;
  /** What it was graded by at the door. */
  readonly facts: Facts;
  /** The level that a person gave it instead; null where the rules decided. */
  readonly levelByPerson: string | null;
  /** In the order in which they began. */
  readonly clocks: readonly PastClock[];
  /** Codes of the extensions that were granted. */
  readonly granted: readonly string[];
  /** Null where it ended without a result, so that nothing of the law was met or missed. */
  readonly underLaw: UnderLaw | null;
}
