import { plusMs, toMs, type Instant } from '@redress/policy';
import type { Action, ActionStep, Hearer } from './action.ts';

/** How long things may take; domain time. */
export interface ActionTerms {
  /** Share of the time for the work after which the owner is reminded. */
  readonly remindAt: number;
  readonly judgeWithinMs: number;
  readonly escalateAfterMs: number;
}

/** Something that happens at an instant unless the stage is left before. */
export interface ActionRung {
  readonly code: string;
  readonly firesAt: Instant;
}

/** The clock of a stage: by when somebody owes the next step, and what happens on the way. */
export interface ActionClock {
  readonly owedAt: Instant | null;
  readonly rungs: readonly ActionRung[];
}

type Running = Pick<Action, 'stage' | 'clockFrom' | 'dueAt' | 'followUpAt'>;

/** The follow-up date has come: the effect is to be judged. */
export const FOLLOW_UP = 'action-evaluation-due';

/** Reminder, date and escalation of the work, of the judgement of its effect, and of a new plan (IMP-10, IMP-11). */
export function clockOf(action: Running, terms: ActionTerms): ActionClock {
  const { stage, clockFrom, dueAt, followUpAt } = action;
  const within = plusMs(clockFrom, terms.judgeWithinMs);
  switch (stage) {
    case 'open':
      return { owedAt: dueAt, rungs: [...reminder(clockFrom, dueAt, terms), ...late('action', dueAt, terms)] };
    case 'done':
      return { owedAt: null, rungs: [{ code: FOLLOW_UP, firesAt: followUpAt > clockFrom ? followUpAt : clockFrom }] };
    case 'judging':
      return { owedAt: within, rungs: late('action-evaluation', within, terms) };
    case 'adjusting':
      return { owedAt: within, rungs: late('action-adjustment', within, terms) };
    case 'closed':
      return { owedAt: null, rungs: [] };
  }
}

/** A date that had passed before it was set is not reminded of. */
function reminder(from: Instant, dueAt: Instant, { remindAt }: ActionTerms): ActionRung[] {
  const time = toMs(dueAt) - toMs(from);
  return time <= 0 ? [] : [{ code: 'action-reminded', firesAt: plusMs(from, Math.floor(time * remindAt)) }];
}

function late(what: string, at: Instant, { escalateAfterMs }: ActionTerms): ActionRung[] {
  return [
    { code: `${what}-overdue`, firesAt: at },
    { code: `${what}-escalated`, firesAt: plusMs(at, escalateAfterMs) },
  ];
}

/** Where people stand to an action at the moment that something fires. */
export interface ActionPlaces {
  readonly ownerOnDuty: boolean;
  /** The head of the department is there, and is not the owner. */
  readonly headIsFree: boolean;
}

/** What a rung does at its instant: who hears of it, and whether the stage moves. */
export function firing(action: Action, rung: ActionRung, places: ActionPlaces): ActionStep {
  const moves = rung.code === FOLLOW_UP;
  return {
    changes: moves ? { stage: 'judging', clockFrom: rung.firesAt } : {},
    happening: moves || rung.code === 'action-reminded' ? 'reminded' : 'overdue',
    code: rung.code,
    to: heardBy(HEARD_BY[rung.code] ?? ['owner'], places),
    detail: { dueAt: action.owedAt ?? action.followUpAt },
  };
}

const HEARD_BY: Readonly<Record<string, readonly Hearer[]>> = {
  'action-reminded': ['owner'],
  'action-overdue': ['owner', 'department-head'],
  'action-escalated': ['department-head', 'coordinator'],
  [FOLLOW_UP]: ['department-head'],
  'action-evaluation-overdue': ['department-head'],
  'action-evaluation-escalated': ['department-head', 'coordinator'],
  'action-adjustment-overdue': ['owner', 'department-head'],
  'action-adjustment-escalated': ['department-head', 'coordinator'],
};

/** An absent owner is told all the same, and the head with them; an absent head, or one who is the owner, is stood in for. */
export function heardBy(to: readonly Hearer[], places: ActionPlaces): Hearer[] {
  const wanted = to.includes('owner') && !places.ownerOnDuty ? [...to, 'department-head' as const] : to;
  const found = wanted.map((hearer) => (hearer === 'department-head' && !places.headIsFree ? 'coordinator' : hearer));
  return [...new Set(found)];
}
