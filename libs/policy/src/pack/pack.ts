import type { Capability } from '../capability.ts';
import type { KpiWeights } from '../kpi/kpi.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Stage } from '../stage.ts';
import type { Words } from '../words.ts';
import type { Threshold } from '../thresholds/threshold.ts';
import type { ExtensionRule, StatutoryDuty } from './statutory.ts';

/** A length of time: calendar time, or working time of a calendar named by the pack. Days of calendar time are 24 h. */
export interface Budget {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days' | 'working-days';
  /** `working` counts only the open time of `calendar`; `working-days` always needs a calendar. */
  readonly time: 'calendar' | 'working';
  readonly calendar: string | null;
  /** Of working days: it ends when the last of them closes, not at the time of day at which it began. */
  readonly toClose?: true;
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
  /** How often the customer hears from us while it is open, counted from the last contact (PRC-8). */
  readonly news: Budget;
  /** How often those who were told by a rung hear of progress (PRC-25). */
  readonly progress: Budget;
  /** All attempts to reach the customer may be made in one day (PRC-8). */
  readonly attemptsInOneDay: boolean;
  /** Its clocks are the law's: they never pause (PRC-21). */
  readonly statutory: boolean;
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
  /** Who is told at once, and when the result has been told (PRC-27). */
  readonly tellsAtOnce: readonly Addressee[];
  readonly tellsResult: readonly Addressee[];
  /** A tracker is named, who logs the state of the complaint at the pack's rhythm until it is closed (PRC-27). */
  readonly tracked: boolean;
  /** The case is written up for discussion once the result has been told (PRC-27, IMP-12). */
  readonly writtenUp: boolean;
}

/** A grading rule: the first one whose condition holds decides. */
export interface GradingRule {
  readonly code: string;
  readonly when: Condition;
  readonly gives: string;
}

/** The duty clocks of a complaint, in the order of the process. */
export const DUTY_KINDS = [
  ...(['accept', 'backup', 'respond', 'date', 'record', 'news', 'progress', 'request', 'task'] as const),
  ...(['approval', 'ruling', 'offer', 'solve', 'analysis', 'survey', 'follow-up', 'report'] as const),
  ...(['new-facts', 'reopening', 'tracker', 'tracking', 'write-up', 'assessment'] as const),
  ...(['statutory', 'extension', 'misconduct'] as const),
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** Who a rung or a notice speaks to: a place in the case, or everybody who holds a role of the pack. */
export type Addressee =
  | { readonly kind: 'owner' }
  | { readonly kind: 'backup' }
  /** Whoever the duty waits for: the department that was asked, who may approve, else the owner. */
  | { readonly kind: 'holder' }
  | { readonly kind: 'department-head' }
  | { readonly kind: 'role'; readonly role: string };

/** Whoever holds a role in the department that has the complaint: the guards of this outlet, not those of all (INT-22). */
export type DepartmentRole = { readonly kind: 'department-role'; readonly role: string };

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

/** What somebody does on the spot when a customer is agitated, and in how long (INT-22). */
export interface OnSiteStep {
  readonly code: string;
  readonly title: Words;
  /** Calendar time from the moment that the grade was given. */
  readonly within: Budget;
  readonly by: Addressee | DepartmentRole;
  readonly place: Words | null;
}

/** The steps of one on-site grade: tasks, done and logged in any order (INT-22). */
export interface OnSiteGrade {
  /** 1 mild, 2 disturbs business, 3 violent. */
  readonly grade: number;
  readonly steps: readonly OnSiteStep[];
}

/** What a category of complaints asks for (INT-24). */
export interface Category {
  readonly code: string;
  readonly title: Words;
  readonly strategy: Strategy | null;
}

/** How complaints of a category are handled: what comes first, who takes part, what may be offered (INT-24). */
export interface Strategy {
  readonly first: Words;
  readonly takesPart: readonly Addressee[];
  readonly mayOffer: Words | null;
}

/** Where fraud and misconduct go instead of being handled (INT-15). */
export interface MisconductRule {
  /** The role out of which somebody owns the record, by name. */
  readonly to: Extract<Addressee, { kind: 'role' }>;
  /** Who stands above: they hear when it goes there, and how it ended. */
  readonly tells: readonly Addressee[];
  /** How long the record may stay open; a pack that was kept before it could say so gives none. */
  readonly within?: Budget | undefined;
}

/** What everybody but the spokesperson says, word for word (PRC-26). */
export interface PreparedLine {
  readonly when: Condition;
  readonly text: Words;
}

/** Advice to the person who is about to act (PRC-34). */
export interface Guidance {
  readonly stages: readonly Stage[];
  readonly when: Condition;
  readonly text: Words;
}

/** A role of the organisation: its capabilities and its authority limits in the pack's currency (PRC-5). */
export interface RoleRule {
  readonly code: string;
  readonly title: Words;
  readonly capabilities: readonly Capability[];
  /** Greatest compensation and goodwill the role decides alone, null for no limit, 0 for none. */
  readonly limits: { readonly compensation: number | null; readonly goodwill: number | null };
}

/** The purposes of the messages to the customer that a pack may word itself; the others have a plain sentence. */
export const TEXT_CODES = [
  ...(['acknowledgement', 'result', 'offer', 'letter', 'survey', 'survey-reminder', 'news', 'question'] as const),
  ...(['appointment', 'handler', 'timetable', 'ways-outside', 'withdrawn', 'transferred', 'merged'] as const),
  ...(['reopening-received', 'message-received', 'offer-taken-back', 'taken-further', 'mediation'] as const),
  'extended',
] as const;
export type TextCode = (typeof TEXT_CODES)[number];

/** A pack words at least the receipt and the result. */
export type PackTexts = { readonly [Code in 'acknowledgement' | 'result']: Words } & {
  readonly [Code in TextCode]?: Words;
};

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
  readonly approval: {
    readonly due: 'always' | 'above-limit';
    readonly whenSerious: boolean;
    /** Levels at which approval is due above the limit alone, though it were always due (PRC-6). */
    readonly neverAtLevels: readonly string[];
  };
  /** `under` is the role that decides in a later round at least (PRC-10). */
  readonly rounds: {
    readonly most: number;
    readonly under: string | null;
    /** From this round on it is lifted to a role above: they hear of it, and nobody below decides. */
    readonly lift?: { readonly fromRound: number; readonly to: string } | undefined;
  };
  readonly handOver: Budget;
  /** For a ruling on new facts or on a repeat. */
  readonly ruling: Budget;
  readonly pause: { readonly most: Budget };
  readonly offer: { readonly answerWithin: Budget; readonly unanswered: 'carry-out' | 'tell' };
  /** Attempts to reach the customer before the result counts as told, and whether it then goes by letter (PRC-8). */
  readonly attempts: { readonly most: number; readonly letter: boolean };
  readonly survey: { readonly sendAfter: Budget; readonly remindAfter: Budget; readonly closeAfter: Budget };
  readonly followUp: Budget;
  /** Which events are reported, to whom it goes, inside or outside, and who hears that it is filed (PRC-28). */
  readonly report: {
    readonly within: Budget;
    readonly when: Condition;
    readonly to?: Words | undefined;
    readonly tells?: readonly Addressee[] | undefined;
  };
  readonly onSite: readonly OnSiteGrade[];
  /** How often a tracker logs the state of a tracked complaint (PRC-27). */
  readonly tracking: { readonly every: Budget };
  readonly writeUp: { readonly within: Budget };
  /** From how many complaints that are alike, within what time, a mass complaint is proposed (INT-4). */
  readonly mass: { readonly atLeast: number; readonly within: Budget };
  /** Whether the people who caused it are assessed, from which on-site grade on, and what is deducted from their pay (PRC-11, IMP-13). */
  readonly assessment: {
    readonly due: 'never' | 'when-ours';
    /** 0: whatever the grade. */
    readonly fromGrade: number;
    readonly within: Budget;
    readonly deduction: number | null;
    /** Who assesses; the head of the department where the pack names nobody. */
    readonly by?: Addressee | undefined;
  };
  /** Where the pack names nobody, whoever may see what is restricted is told (INT-15). */
  readonly misconduct?: MisconductRule | undefined;
  /** Findings, reasons and offers are given by word of mouth; nothing of them goes out in writing, no letter either. */
  readonly byWordOfMouth: boolean;
  /** From where on a demand goes to arbitration (INT-17, PRC-33). */
  readonly arbitrationFrom: 'extortion' | 'unreasonable-demands';
  readonly reopening: Budget;
  /** Duties that the law gives beside the service clocks (PRC-21). */
  readonly statutory?: readonly StatutoryDuty[] | undefined;
  /** Ways to more time, in the order in which they may be asked for. */
  readonly extensions?: readonly ExtensionRule[] | undefined;
  /** Hard thresholds of the floor, crossed by facts from outside (WRK-21). */
  readonly thresholds?: readonly Threshold[] | undefined;
  /** Shares of the KPIs in their total; 30 / 40 / 30 where the pack sets none (IMP-2). */
  readonly kpi?: KpiWeights | undefined;
  /** Which part of the pack (a stage, a mark) each advice stands beside, and for whom it is (PRC-34). */
  readonly guidance: readonly Guidance[];
  readonly preparedLines: readonly PreparedLine[];
  readonly mandatory: readonly string[];
  readonly categories: readonly Category[];
  readonly texts: PackTexts;
}
