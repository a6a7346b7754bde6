import type { Because } from '../words.ts';
import type { DutyKind, Addressee } from '../pack/pack.ts';
import type { Capability } from '../capability.ts';
import type { Instant } from '../instant.ts';
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
  'registered',
  'acknowledged',
  'assigned',
  'accepted',
  'handed-over',
  'contacted',
  'message-received',
  'warned',
  'escalated',
  'found',
  'proposed',
  'decided',
  'returned',
  'told',
  'analysed',
  'closed',
  'reopened',
  'ended',
  'duty-opened',
  'duty-closed',
] as const;

export type EntryCode = (typeof ENTRY_CODES)[number];

/** How a duty came to its end: met by an act (late or not), no longer owed, or over because its instant has passed. */
export type DutyEnd = 'met' | 'dropped' | 'passed';

/** What a step does to the duties on the ledger. */
export interface DutyChange {
  readonly kind: DutyKind;
  readonly does: 'open' | DutyEnd;
  /** Where an opened clock starts; the instant of the step when it is left out. */
  readonly from?: Instant;
}

/** Everybody whose roles give them a capability. */
export interface CapableAddressee {
  readonly kind: 'capability';
  readonly capability: Capability;
}

/** A person who is to find something in the notices inbox. */
export interface Notice {
  readonly to: Addressee | CapableAddressee;
  readonly code: string;
}

/** What a stage decides: the whole of one step. Pure data, recorded in one transaction. */
export interface Decision {
  readonly changes: CaseChanges;
  readonly duties: readonly DutyChange[];
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
  /** Purposes of the messages that go to the customer. */
  readonly messages: readonly MessagePurpose[];
}

export const MESSAGE_PURPOSES = ['acknowledgement', 'result', 'reopening-received', 'message-received'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];
