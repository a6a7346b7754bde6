import type {
  AssignAnswer,
  CarriedLife,
  CommandOutcome,
  ComplaintStart,
  DeliveredCommand,
  PassedDuty,
  RegisterReply,
} from '@redress/contracts/workflow';
import { applyChanges, type CaseState, type Instant, type Terms } from '@redress/policy';

/** Before the first reply of the register nothing is known: the fold of no steps. */
const UNKNOWN = { stage: 'received', assignmentDuty: null } as CaseState;

/** An answer of another service to what the process asked. */
export interface Answer {
  readonly dutyId: string;
  readonly answer: AssignAnswer;
}

/** Everything a run holds: the case as the register has recorded it, and what waits to be taken. */
export class ComplaintLife {
  state: CaseState = UNKNOWN;
  terms: Terms | null = null;
  applied = 0;
  sequence = 0;
  nextDueAt: Instant | null = null;
  /** Real milliseconds to sleep; null is until woken, 0 asks the register at once. */
  wakeAfterMs: number | null = 0;
  passed: PassedDuty | null = null;
  /** Consecutive times that the register could not be asked. */
  failures = 0;

  readonly inbox: DeliveredCommand[] = [];
  readonly outcomes = new Map<string, CommandOutcome>();
  readonly answers: Answer[] = [];
  /** Duty that has been asked of another service in this run. */
  asked: string | null = null;
  woken = false;

  readonly complaintId: string;

  constructor(start: ComplaintStart) {
    this.complaintId = start.complaintId;
    if (start.carried === undefined) return;
    const { state, terms, applied, sequence, nextDueAt } = start.carried;
    Object.assign(this, { state, terms, applied, sequence, nextDueAt });
  }

  get ended(): boolean {
    return this.state.stage === 'ended';
  }

  get hasWork(): boolean {
    return this.woken || this.inbox.length > 0 || this.answers.length > 0;
  }

  /** Takes over what the register has recorded; steps come in order. */
  apply(reply: RegisterReply): void {
    for (const step of reply.steps) {
      this.state = applyChanges(this.state, step.changes);
      this.applied = step.number;
    }
    this.terms = reply.terms;
    this.sequence = reply.sequence;
    this.nextDueAt = reply.nextDueAt;
    this.wakeAfterMs = reply.wakeAfterMs;
    this.passed = reply.passed;
    this.failures = 0;
  }

  /** What the next run starts with. */
  carry(): CarriedLife {
    const { state, terms, applied, sequence, nextDueAt } = this;
    if (terms === null) throw new Error('nothing to carry before the first reply');
    return { state, terms, applied, sequence, nextDueAt };
  }
}
