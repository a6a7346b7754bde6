import type { Instant } from '../instant.ts';
import type { Closing, Stage } from '../stage.ts';

/** What a person has said of the complaint beside its figures (INT-18, INT-21, PRC-26). */
export const MARKS = [
  ...(['media', 'network', 'legal', 'danger', 'core-interest', 'staff-safety', 'public-figure'] as const),
  ...(['misconduct', 'extortion', 'unreasonable-demands', 'mass'] as const),
] as const;
export type Mark = (typeof MARKS)[number];

/** What somebody who writes to us wants (INT-16). */
export const COMPLAINT_KINDS = ['complaint', 'question', 'praise', 'suggestion', 'misconduct-report'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** How we can speak to the customer; the ways that a record holds are those that an attempt must try (PRC-1). */
export const CONTACT_CHANNELS = ['phone', 'e-mail', 'chat', 'letter', 'face-to-face', 'tracking-page'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** What was found about one matter (PRC-4). */
export interface Finding {
  readonly isTrue: 'yes' | 'no' | 'cannot-be-verified';
  readonly upheld: boolean;
  readonly responsibility: 'ours' | 'customer' | 'third-party' | 'shared' | 'not-established' | 'none';
}

/** One of the solutions that may be put to the customer; `remedy` is the id of its text. */
export interface OfferOption {
  readonly compensation: number;
  readonly remedy: string;
  /** Carrying it out costs the customer something: it is never done unasked (PRC-6a). */
  readonly costsCustomer: boolean;
}

/** What is proposed for the whole complaint (PRC-5); amounts in the pack's currency. */
export interface Proposal {
  readonly author: string;
  readonly options: readonly OfferOption[];
  /** May be added at the end of the negotiation. */
  readonly goodwill: number;
  readonly floor: number | null;
  readonly aim: number | null;
}

/** The solution that lies with the customer, or lay there when its date passed. */
export interface Offer {
  readonly option: number;
  readonly goodwill: boolean;
  readonly lapsed: boolean;
}

/** A complaint on its way from one department to another (PRC-2). */
export interface HandOver {
  readonly from: string;
  readonly sender: string | null;
  /** Departments that have refused it; a second refusal, or a sending again, is ruled on. */
  readonly refusedBy: readonly string[];
  /** The complaint manager's ruling is awaited, or has been given and binds. */
  readonly ruling: 'none' | 'due' | 'given';
}

/** A failed attempt to reach the customer. */
export interface Attempt {
  readonly at: Instant;
  readonly channel: ContactChannel;
}

/** Work that waits for a department, or for the owner where it names none. */
export interface OpenTask {
  readonly kind: string;
  readonly departmentId: string | null;
  readonly appointmentAt: Instant | null;
}

/** The restricted record of fraud or misconduct: who owns it, and how it ended (INT-15). */
export interface MisconductRecord {
  /** All of the complaint, or these matters of it. */
  readonly matters: 'all' | readonly string[];
  readonly owner: string | null;
  /** Null while it is open; `ordinary`: it was none, and was sent back as a new complaint. */
  readonly outcome: 'confirmed' | 'not-confirmed' | 'ordinary' | null;
}

/** What a complaint asks of the people who get it (WRK-2). */
export interface AssignmentAsks {
  /** `category:delivery`, `language:zh`, `channel:hotline`. */
  readonly skills: readonly string[];
  /** Who owned this customer's last complaint. */
  readonly formerOwner: string | null;
}

/**
 * Everything the process must know of a complaint to decide what comes next: ids, codes, instants and figures, never a
 * person's words. It is the fold of the complaint's steps, so a run can start from it at any time.
 */
export interface CaseState {
  readonly stage: Stage;
  readonly round: number;
  readonly matters: readonly string[];
  readonly kind: ComplaintKind;

  readonly level: string;
  readonly class: string;
  readonly grade: number;
  readonly serious: boolean;
  readonly fastLane: boolean;
  /** No person has confirmed the level yet (INT-19). */
  readonly provisional: boolean;
  readonly marks: readonly Mark[];

  readonly departmentId: string;
  readonly owner: string | null;
  readonly backup: string | null;
  readonly head: string | null;
  readonly tracker: string | null;
  readonly leader: string | null;
  readonly helpers: readonly string[];
  /** Complained of: they neither handle, judge nor see it (PRC-3). */
  readonly concerned: readonly string[];
  /** Owners of earlier rounds, who do not handle a new one (PRC-10). */
  readonly formerOwners: readonly string[];
  /** Who has declined it or not accepted in time. */
  readonly declinedBy: readonly string[];
  /** Id of the assignment that is still to be answered, null when none is. */
  readonly assignmentDuty: string | null;
  /** Complaints of before asked for nothing. */
  readonly asks?: AssignmentAsks;
  /** How many assignments have been asked for. */
  readonly assignments: number;
  readonly accepted: boolean;
  readonly handOver: HandOver | null;
  /** How often it went from department to department. */
  readonly bounces: number;
  /** Who was told by a rung: they get progress reports upward (PRC-25). */
  readonly toldUpward: readonly string[];

  readonly ways: readonly ContactChannel[];
  readonly contactedAt: Instant | null;
  /** Attempts since the customer was last reached. */
  readonly attempts: readonly Attempt[];
  /** A question that only the customer can answer is out. */
  readonly question: boolean;
  readonly pause: { readonly reason: string; readonly until: Instant } | null;
  readonly solveDate: Instant | null;
  /** More time: asked for by whom, and what has been granted; before any was asked for there is nothing here. */
  readonly extensions?: {
    readonly asked: { readonly code: string; readonly by: string } | null;
    readonly granted: readonly string[];
  };

  /** Open requests to departments, by number. */
  readonly requests: Readonly<Record<string, { readonly departmentId: string }>>;
  readonly requestsMade: number;
  readonly tasks: Readonly<Record<string, OpenTask>>;
  readonly tasksSet: number;
  /** Staff complained of: `due` until identified or the failed attempt is recorded (PRC-4). */
  readonly identification: 'none' | 'due' | 'done';
  /** Fields that the pack demands and nobody has filled (INT-10). */
  readonly missing: readonly string[];

  readonly findings: Readonly<Record<string, Finding>>;
  readonly proposal: Proposal | null;
  readonly optionAt: number;
  readonly offer: Offer | null;
  /** Paid before the end; counts against the limit (PRC-7). */
  readonly interim: number;
  readonly approvedBy: string | null;
  readonly returns: number;
  /** Rank of the authority that must decide at least, among the terms' authorities. */
  readonly authorityFloor: number;
  /** Rank of the authority that decided last, -1 before any has. */
  readonly decidedRank: number;
  /** The highest authority has been refused too: our position is told (PRC-6a). */
  readonly position: boolean;

  readonly resultToldAt: Instant | null;
  readonly notReached: boolean;
  readonly settledByReply: boolean;
  readonly survey: 'none' | 'due' | 'answered' | 'unanswered';
  readonly followUp: 'none' | 'due' | 'done';
  readonly analysedAt: Instant | null;
  /** `running` while the event is handled, `due` from its end on (PRC-28). */
  readonly report: 'none' | 'running' | 'due' | 'filed';
  /** The case written up for discussion (PRC-27). */
  readonly writeUp: 'none' | 'due' | 'filed';
  /** The assessment of the people who caused it (PRC-11). */
  readonly assessment: 'none' | 'due' | 'done';
  readonly newFacts: boolean;
  readonly closing: Closing | null;
  readonly windowLapsed: boolean;

  /** What was taken out of ordinary hands; where nothing ever was there is nothing here (INT-15). */
  readonly misconduct?: MisconductRecord;

  /** Its part in a mass complaint: it leads, is one of those that follow the lead, or follows and has the lead's decision (INT-4). */
  readonly mass: 'none' | 'lead' | 'member' | 'decided';
  readonly massLead: string | null;

  /** The complaint that this one was merged into, and those merged into this one (PRC-13). */
  readonly mergedInto: string | null;
  readonly absorbed: readonly string[];
  readonly stageBeforeMerge: Stage | null;
}

/** What a step changes; fields that are not named stay. */
export type CaseChanges = Partial<CaseState>;

/** The state after a step. */
export function applyChanges(state: CaseState, changes: CaseChanges): CaseState {
  return { ...state, ...changes };
}

/** What is known of a complaint at its door. */
export type FirstFacts = Pick<
  CaseState,
  | 'matters'
  | 'kind'
  | 'level'
  | 'class'
  | 'grade'
  | 'serious'
  | 'fastLane'
  | 'provisional'
  | 'marks'
  | 'departmentId'
  | 'ways'
  | 'identification'
  | 'missing'
  | 'asks'
>;

/** A complaint that has just been received: an owner is to be found. */
export function newCase(facts: FirstFacts): CaseState {
  return {
    ...facts,
    ...NOBODY,
    ...FRESH_ROUND,
    stage: 'received',
    round: 1,
    formerOwners: [],
    declinedBy: [],
    concerned: [],
    tracker: null,
    leader: null,
    helpers: [],
    handOver: null,
    bounces: 0,
    toldUpward: [],
    assignmentDuty: 'assign-1',
    assignments: 1,
    contactedAt: null,
    interim: 0,
    requests: {},
    requestsMade: 0,
    tasks: {},
    tasksSet: 0,
    authorityFloor: 0,
    decidedRank: -1,
    report: 'none',
    writeUp: 'none',
    assessment: 'none',
    mass: 'none',
    massLead: null,
    mergedInto: null,
    absorbed: [],
    stageBeforeMerge: null,
  };
}

const NOBODY = { owner: null, backup: null, head: null, accepted: false } as const;

/** What a round begins without: findings, proposal, telling, survey (PRC-10). */
export const FRESH_ROUND = {
  attempts: [],
  question: false,
  pause: null,
  solveDate: null,
  findings: {},
  proposal: null,
  optionAt: 0,
  offer: null,
  approvedBy: null,
  returns: 0,
  position: false,
  resultToldAt: null,
  notReached: false,
  settledByReply: false,
  survey: 'none',
  followUp: 'none',
  analysedAt: null,
  newFacts: false,
  closing: null,
  windowLapsed: false,
} as const satisfies CaseChanges;
