import type { Instant } from '../instant.ts';
import type { Limits } from '../actor.ts';
import type { Closing, Stage } from '../stage.ts';

/** What was found about one matter (PRC-4). */
export interface Finding {
  readonly isTrue: 'yes' | 'no' | 'cannot-be-verified';
  readonly upheld: boolean;
  readonly responsibility: 'ours' | 'customer' | 'third-party' | 'shared' | 'not-established' | 'none';
}

/** What is proposed for the whole complaint (PRC-5); amounts in the pack's currency. */
export interface Proposal {
  readonly author: string;
  readonly authorLimits: Limits | null;
  readonly compensation: number;
  readonly goodwill: number;
}

/**
 * Everything the process must know of a complaint to decide what comes next: ids, codes, instants and figures, never a
 * person's words. It is the fold of the complaint's steps, so a run can start from it at any time.
 */
export interface CaseState {
  readonly stage: Stage;
  readonly round: number;
  readonly matters: readonly string[];
  readonly departmentId: string;
  readonly level: string;
  readonly class: string;
  readonly serious: boolean;
  readonly fastLane: boolean;
  readonly owner: string | null;
  readonly backup: string | null;
  readonly head: string | null;
  /** Owners of earlier rounds, who do not handle a new one (PRC-10). */
  readonly formerOwners: readonly string[];
  /** Id of the assignment that is still to be answered, null when none is. */
  readonly assignmentDuty: string | null;
  readonly accepted: boolean;
  readonly contactedAt: Instant | null;
  readonly findings: Readonly<Record<string, Finding>>;
  readonly proposal: Proposal | null;
  readonly approvedBy: string | null;
  readonly returns: number;
  readonly resultToldAt: Instant | null;
  readonly analysedAt: Instant | null;
  readonly closing: Closing | null;
}

/** What a step changes; fields that are not named stay. */
export type CaseChanges = Partial<CaseState>;

/** The state after a step. */
export function applyChanges(state: CaseState, changes: CaseChanges): CaseState {
  return { ...state, ...changes };
}
