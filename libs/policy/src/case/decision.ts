import type { Because } from '../words.ts';
import type { Addressee, DepartmentRole, DutyKind, TextCode } from '../pack/pack.ts';
import type { Capability } from '../capability.ts';
import type { CommandName } from '../gates/commands.ts';
import type { Instant } from '../instant.ts';
import type { Json } from '../json.ts';
import type { CaseChanges } from './case-state.ts';

/** A line of the timeline and, with the same code, the fact other systems hear (PRC-30). */
export interface Entry {
  readonly code: EntryCode;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly because: readonly Because[];
  readonly matterId?: string;
}

/** What can happen to a complaint, in the past tense; each is an event type and a line of the timeline. */
export const ENTRY_CODES = [
  ...(['registered', 'acknowledged', 'record-completed', 'corrected', 'regraded', 'marked', 'confirmed'] as const),
  ...(['assigned', 'accepted', 'declined', 'handed-over', 'sent-on', 'sent-back', 'ruled', 'named'] as const),
  ...(['contacted', 'asked', 'noted', 'message-received', 'complained-again', 'news-sent'] as const),
  ...(['warned', 'escalated', 'progress-reported', 'paused', 'resumed', 'date-given', 'unsolvable'] as const),
  ...(['requested', 'request-answered', 'person-identified', 'found'] as const),
  ...(['proposed', 'decided', 'returned', 'offered', 'offer-answered', 'offer-lapsed', 'offer-taken-back'] as const),
  ...(['interim-given', 'task-set', 'task-done', 'appointed', 'outcome-filed', 'resolved', 'settled'] as const),
  ...(['told', 'survey-sent', 'survey-reminded', 'surveyed', 'survey-closed', 'followed-up'] as const),
  ...(['analysed', 'action-planned', 'assessed', 'event-ended', 'report-filed', 'written-up'] as const),
  ...(['put-to-mediator', 'person-described', 'mass-led', 'mass-joined', 'mass-decided', 'mass-left'] as const),
  ...(['misconduct-owned', 'misconduct-noted', 'misconduct-concluded'] as const),
  ...(['withdrawn', 'transferred', 'merged', 'absorbed', 'parted', 'released', 'moved-to-pack'] as const),
  ...(['closed', 'reopened', 'new-facts-claimed', 'new-facts-ruled', 'ended'] as const),
  ...(['extension-asked', 'extension-ruled', 'statutory-passed'] as const),
  ...(['duty-opened', 'duty-changed', 'duty-closed'] as const),
] as const;
export type EntryCode = (typeof ENTRY_CODES)[number];

/** How a duty came to its end: met by an act (late or not), no longer owed, or over because its instant has passed. */
export type DutyEnd = 'met' | 'dropped' | 'passed';

/** Who a duty waits for when it is not the owner. */
export type DutyHolder =
  | { readonly kind: 'department'; readonly departmentId: string }
  | { readonly kind: 'capability'; readonly capability: Capability }
  | { readonly kind: 'department-head' }
  | { readonly kind: 'role'; readonly role: string }
  | DepartmentRole
  | { readonly kind: 'person'; readonly personId: string }
  /** Who owns the record of misconduct (INT-15). */
  | { readonly kind: 'record-owner' };

/** What a step does to the duties on the ledger. `ref` tells several of a kind apart: request 2, task 1. */
export type DutyChange =
  /** What is owed no more once the complaint is over, or all clocks anew. */
  | { readonly kind: 'every'; readonly does: 'dropped' | 'recompute'; readonly except?: readonly DutyKind[] }
  /** A calendar has a new version: what counts by it is reckoned anew, with the budget that it has (PRC-22). */
  | { readonly kind: 'every'; readonly does: 'follow-calendar'; readonly calendar: string }
  /** The duties that the law gives on it begin, as far as they do not run yet (PRC-21). */
  | { readonly kind: 'every'; readonly does: 'open-statutory' }
  | OneDutyChange;

export type OneDutyChange = { readonly kind: DutyKind; readonly ref?: string } & (
  | {
      readonly does: 'open';
      /** Where the clock starts: the instant of the step when it is left out, else received-at. */
      readonly from?: 'received';
      /** A due instant that was agreed, instead of the pack's budget. */
      readonly dueAt?: Instant;
      readonly holder?: DutyHolder;
    }
  /** `doneAt`: when it was done, where that is entered afterwards; it is what the verdict goes by (INT-22). */
  | { readonly does: DutyEnd; readonly doneAt?: Instant }
  /** The clock begins again from this step, or from then: the customer has heard from us. */
  | { readonly does: 'restart'; readonly from?: Instant }
  | { readonly does: 'pause'; readonly until: Instant }
  | { readonly does: 'resume' }
  | { readonly does: 'give-date'; readonly date: Instant }
  /** Reckoned anew from its start, since level, calendar or pack have changed (PRC-22). */
  | { readonly does: 'recompute' }
);

/** Whom a notice reaches beside the places of the ladder. */
export type NoticeTo =
  | Addressee
  | DepartmentRole
  | { readonly kind: 'capability'; readonly capability: Capability }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'department'; readonly departmentId: string }
  | { readonly kind: 'record-owner' }
  /** Who may judge the proposal that stands. */
  | { readonly kind: 'judge' };

/** A person who is to find something in the notices inbox. */
export interface Notice {
  readonly to: NoticeTo;
  readonly code: string;
}

/** A command of the product itself to another complaint, written in the same transaction as the step. */
export interface OtherCommand {
  /** A complaint, or all that follow this one as the lead of a mass complaint (INT-4). */
  readonly complaintId: string | 'mass-members';
  readonly name: CommandName;
  readonly facts: Readonly<Record<string, Json>>;
}

/** What a stage decides: the whole of one step. Pure data, recorded in one transaction. */
export interface Decision {
  readonly changes: CaseChanges;
  readonly duties: readonly DutyChange[];
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
  /** What the customer is told. */
  readonly messages: readonly Message[];
  readonly others: readonly OtherCommand[];
  /** Hash of the pack that the complaint moves to (PRC-32). */
  readonly movesToPack?: string;
  /** What nobody sees without the grant from this step on: these matters, all of it, or what this step says (INT-15, INT-22). */
  readonly restricts?: Restricted;
}

export type Restricted = 'all' | 'this-step' | readonly string[];

/** A message to the customer: the pack's text of that code; `words` is the id of a text that it carries. */
export interface Message {
  readonly purpose: MessagePurpose;
  readonly words?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type MessagePurpose = TextCode;
