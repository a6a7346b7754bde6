/**
 * What the complaint's process and its services say to each other. Free of schemas, so that the workflow's sandbox can
 * import it; everything in here is ids, codes, instants and figures.
 */
import type {
  Actor,
  CaseState,
  CommandName,
  Decision,
  DutyKind,
  Instant,
  Json,
  Refusal,
  Stage,
  Terms,
} from '@redress/policy';

export const COMPLAINT_WORKFLOW = 'complaint';
export const COMPLAINT_QUEUE = 'complaint';
export const INTAKE_QUEUE = 'intake';
export const STAFFING_QUEUE = 'staffing';
export const WAKE = 'wake';
export const CASE_VIEW = 'caseView';

/** The workflow id of a complaint. */
export function workflowIdOf(complaintId: string): string {
  return `complaint/${complaintId}`;
}

/** What a run starts with: a new life knows only its id, a continued one its state. */
export interface ComplaintStart {
  readonly complaintId: string;
  readonly carried?: CarriedLife;
}

/** What one run hands to the next. */
export interface CarriedLife {
  readonly state: CaseState;
  readonly terms: Terms;
  readonly applied: number;
  readonly sequence: number;
  readonly nextDueAt: Instant | null;
}

/** A command as it is delivered to the process: its words stay in the register, in their place stand their ids. */
export interface DeliveredCommand {
  readonly commandId: string;
  readonly name: CommandName;
  readonly facts: Readonly<Record<string, Json>>;
  readonly actor: Actor;
  readonly acceptedAt: Instant;
}

/** What became of a command. */
export type CommandOutcome =
  | {
      readonly status: 'done';
      readonly step: number;
      readonly stage: Stage;
      readonly revision: number;
      readonly sequence: number;
    }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'fault'; readonly code: string };

/** A stored step: what came of a command, a due instant or an answer. */
export interface Step {
  readonly number: number;
  readonly changes: Partial<CaseState>;
}

/** Which act a step is the outcome of. */
export type Cause =
  | { readonly kind: 'command'; readonly commandId: string }
  | { readonly kind: 'passed'; readonly dutyId: string; readonly dueAt: Instant }
  | { readonly kind: 'answer'; readonly dutyId: string };

/** A due instant that moves the stage: the stage decides what follows. */
export interface PassedDuty {
  readonly dutyId: string;
  readonly kind: DutyKind;
  readonly dueAt: Instant;
}

/** What the register answers to `fireDue` and `recordStep`: every step after the last applied, and what comes next. */
export interface RegisterReply {
  readonly steps: readonly Step[];
  readonly terms: Terms;
  readonly sequence: number;
  /** The next due instant of any duty or rung, null when none is open. */
  readonly nextDueAt: Instant | null;
  /** Real milliseconds to sleep until then; null is until somebody wakes the process. */
  readonly wakeAfterMs: number | null;
  /** A duty that has passed and whose stage must now decide. */
  readonly passed: PassedDuty | null;
  /** Nothing was fired: commands accepted before the due instant are still to be delivered. */
  readonly awaitsCommands: boolean;
  /** The cause of this call has its step or outcome, now or from an earlier try, or is no longer owed one. */
  readonly settled: boolean;
  /** The outcome stored for the command that this call was about. */
  readonly outcome: CommandOutcome | null;
}

export interface FireDueInput {
  readonly complaintId: string;
  readonly applied: number;
}

/** One step, or the refusal of a command; recorded once per number and per cause. */
export interface RecordStepInput {
  readonly complaintId: string;
  readonly applied: number;
  readonly cause: Cause;
  readonly verdict: { readonly decision: Decision } | { readonly refusal: Refusal } | { readonly fault: string };
}

/** Activities on the queue of intake. */
export interface IntakeActivities {
  fireDue(input: FireDueInput): Promise<RegisterReply>;
  recordStep(input: RecordStepInput): Promise<RegisterReply>;
}

export interface AssignInput {
  readonly dutyId: string;
  readonly complaintId: string;
  readonly departmentId: string;
  readonly skills: readonly string[];
  readonly formerOwner: string | null;
  readonly excluded: readonly string[];
}

export interface AssignAnswer {
  readonly owner: string;
  readonly backup: string | null;
  readonly head: string | null;
  /** Code of the rule that chose. */
  readonly because: string;
  /** Codes of all the rules that had a say, the one that chose first. */
  readonly reasons?: readonly string[];
}

/** Activities on the queue of staffing. */
export interface StaffingActivities {
  assign(input: AssignInput): Promise<AssignAnswer>;
}

/** A failure whose run must be started again from the register: it is ahead of the table. */
export const RUN_AHEAD = 'RUN_AHEAD';
/** A failure that the same input would meet again. */
export const WILL_NOT_PASS = 'WILL_NOT_PASS';

/** Search attributes of a complaint's process. */
export const SEARCH_ATTRIBUTES = {
  stage: 'RedressStage',
  sequence: 'RedressSequence',
  level: 'RedressLevel',
  department: 'RedressDepartment',
  drill: 'RedressDrill',
} as const;
