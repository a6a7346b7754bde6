import type { Capability } from '../capability.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Stage } from '../stage.ts';
import type { Words } from '../words.ts';

/** A length of time: calendar time, or working time of a calendar named by the pack. Days of calendar time are 24 h. */
export interface Budget {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'working-days';
  /** `working` counts only the open time of `calendar`; `working-days` always needs a calendar. */
  readonly time: 'calendar' | 'working';
  readonly calendar: string | null;
}

/** One level of gravity (PRC-20). Code reads rank and flags, never the code. */
export interface LevelRule {
  readonly code: string;
  /** 1 is the gravest. */
  readonly rank: number;
  readonly title: Words;
  readonly respond: Budget;
  readonly solve: Budget;
  readonly accept: Budget;
  /** The handler gives the solve date inside the respond clock; `solve` is the latest date (PRC-20, level 4). */
  readonly solveDateGivenByHandler: boolean;
  /** The owner may settle it by a general reply. */
  readonly settledByReply: boolean;
  /** Goes up at once when the department declares it unsolvable (PRC-26). */
  readonly upAtOnceWhenUnsolvable: boolean;
}

/** One class (INT-20); rank 1 is the mildest, since a class only rises. */
export interface ClassRule {
  readonly code: string;
  readonly rank: number;
  readonly title: Words;
}

/** A grading rule: the first one whose condition holds decides. */
export interface GradingRule {
  readonly code: string;
  readonly when: Condition;
  readonly gives: string;
}

/** The duty clocks that a ladder watches. */
export const DUTY_KINDS = ['accept', 'respond', 'solve', 'reopening'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** Who a rung or a notice speaks to: a place in the case, or everybody who holds a role of the pack. */
export type Addressee =
  | { readonly kind: 'owner' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'department-head' }
  | { readonly kind: 'role'; readonly role: string };

/** One rung of the escalation ladder (PRC-25). */
export interface Rung {
  readonly code: string;
  readonly duties: readonly DutyKind[];
  /** Fires at this fraction of the clock: 0.75 warns, 1 is the deadline, above 1 is after it. */
  readonly atFraction: number;
  readonly warning: boolean;
  readonly tells: readonly Addressee[];
  readonly movesOwnershipTo: 'backup' | 'department-head' | null;
}

/** A role of the organisation: its capabilities and its authority limits in the pack's currency (PRC-5). */
export interface RoleRule {
  readonly code: string;
  readonly title: Words;
  readonly capabilities: readonly Capability[];
  /** Greatest compensation and goodwill the role decides alone, null for no limit, 0 for none. */
  readonly limits: { readonly compensation: number | null; readonly goodwill: number | null };
}

/**
 * A compiled policy pack: plain JSON, named by the hash of its canonical form. A complaint pins the hash it started
 * under. Calendars are versioned data of their own and only named here.
 */
export interface Pack {
  readonly code: string;
  readonly version: string;
  readonly title: Words;
  readonly currency: string;
  readonly stagesLeftOut: readonly Stage[];
  readonly levels: readonly LevelRule[];
  readonly classes: readonly ClassRule[];
  readonly grading: {
    readonly levels: readonly GradingRule[];
    readonly classes: readonly GradingRule[];
    readonly serious: Condition;
    readonly fastLane: Condition;
    /** Level taken, marked provisional, where nothing has settled it at receipt (INT-19). */
    readonly defaultLevel: string;
  };
  readonly fastLane: {
    readonly accept: Budget;
    readonly firstContact: Budget;
    /** Words that open the fast lane until a person says no (INT-23). */
    readonly words: readonly string[];
  };
  readonly ladder: readonly Rung[];
  readonly roles: readonly RoleRule[];
  readonly approval: { readonly due: 'always' | 'above-limit'; readonly whenSerious: boolean };
  readonly rounds: { readonly most: number };
  readonly reopening: Budget;
  readonly mandatory: readonly string[];
  readonly categories: readonly { readonly code: string; readonly title: Words }[];
  readonly texts: { readonly acknowledgement: Words; readonly result: Words };
}
