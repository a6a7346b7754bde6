import type { ACTION_HEARERS, ActionStanding } from '@redress/contracts';
import type { Instant } from '@redress/policy';

export type ActionStage = ActionStanding['stage'];
export type Hearer = (typeof ACTION_HEARERS)[number];

/** An improvement action as its row holds it: ids, codes and instants; words are kept apart. */
export interface Action extends Readonly<ActionStanding> {
  readonly id: string;
  /** What the figures before and after are counted by, where no complaint stands behind it. */
  readonly cause: string | null;
  /** Null where the register planned it. */
  readonly plannedBy: string | null;
  readonly plannedAt: Instant;
  /** When the clock of the present stage began. */
  readonly clockFrom: Instant;
  /** By when somebody owes the next step; null while it waits for its follow-up date, and when it is closed. */
  readonly owedAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly sequence: number;
  readonly nextDueAt: Instant | null;
}

/** What a step makes of an action, and what is told of it. */
export interface ActionStep {
  readonly changes: Partial<Action>;
  readonly happening: 'planned' | 'progressed' | 'reminded' | 'overdue' | 'done' | 'evaluated' | 'changed';
  /** Code of the notice. */
  readonly code: string;
  readonly to: readonly Hearer[];
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** An expected no. */
export interface ActionRefusal {
  readonly status: 403 | 409 | 422;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
