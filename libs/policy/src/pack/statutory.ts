import type { ComplaintKind } from '../case/case-state.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Words } from '../words.ts';
import type { Addressee, Budget, TextCode } from './pack.ts';

/**
 * A duty that the law gives, beside the service clocks: it runs from received-at, never pauses, is met when the result
 * has been told, and climbs the ladder where the ladder names `statutory`.
 */
export interface StatutoryDuty {
  readonly code: string;
  readonly title: Words;
  /** Where it is written. */
  readonly source: Words;
  readonly within: Budget;
  readonly when: Condition;
  /** Levels and kinds that it holds for; none: all. */
  readonly levels: readonly string[];
  readonly kinds: readonly ComplaintKind[];
  /** What the customer is told when it runs out: why, and where they may turn. */
  readonly tellsWhenPassed: TextCode | null;
  /** An easier way that is open until then and owed by nobody: it runs out without being late. */
  readonly mayLapse: boolean;
}

/** Who is asked for more time. */
export type ExtensionAsks = Extract<Addressee, { kind: 'department-head' | 'role' }>;

/** More time for clocks of a complaint, asked for before they run out and granted by who stands above. */
export interface ExtensionRule {
  readonly code: string;
  readonly title: Words;
  /** `solve`, or codes of statutory duties. */
  readonly of: readonly string[];
  /** Counted from the start of the clock, in the place of what it had. */
  readonly within: Budget;
  /** The role that grants it, or one of higher authority. */
  readonly by: string;
  /** Who is asked for it: the head of the department, or everybody who holds a role. */
  readonly asks: ExtensionAsks;
}
