import type { Actor, Instant } from '@redress/policy';
import { mayJudge, mayWork } from './action.access.ts';
import type { Action, ActionRefusal, ActionStage, ActionStep } from './action.ts';

/** What people do to an action. */
export const ACTION_ACTS = ['progress', 'done', 'evaluations', 'changes'] as const;
export type ActionAct = (typeof ACTION_ACTS)[number];

export type ActionVerdict = { readonly step: ActionStep } | { readonly refusal: ActionRefusal };

interface ActRule {
  readonly may: (actor: Actor, action: Action) => boolean;
  readonly stages: readonly ActionStage[];
}

const RULES: Readonly<Record<ActionAct, ActRule>> = {
  progress: { may: mayWork, stages: ['open'] },
  done: { may: mayWork, stages: ['open'] },
  evaluations: { may: mayJudge, stages: ['judging'] },
  changes: { may: mayJudge, stages: ['open', 'done', 'judging', 'adjusting'] },
};

/** May this person do that now? Null when they may. */
export function gate(actor: Actor, action: Action, act: ActionAct): ActionRefusal | null {
  const { may, stages } = RULES[act];
  if (!may(actor, action)) return refusal(403, actor.id === action.ownerId ? 'own-action' : 'not-permitted');
  return stages.includes(action.stage) ? null : refusal(409, 'out-of-order', { stage: action.stage });
}

/** How it goes. */
export function progress(percent: number | null): ActionVerdict {
  return { step: step('progressed', {}, [], { percent }) };
}

/** The work is done: its effect is judged at the follow-up date. */
export function done(action: Action, now: Instant): ActionVerdict {
  const changes = { stage: 'done', doneAt: now, clockFrom: now } as const;
  return { step: step('done', changes, ['department-head'], { inTime: now <= action.dueAt }) };
}

/** The dates of a plan. */
export interface ActionDates {
  readonly dueAt: Instant;
  readonly followUpAt: Instant;
}

/**
 * The effect is judged (IMP-11): effective closes it; not effective asks for a new plan, and with one in the same breath
 * it starts again.
 */
export function evaluate(
  action: Action,
  now: Instant,
  judged: { readonly effective: boolean; readonly adjusted: ActionDates | null },
): ActionVerdict {
  if (judged.effective) {
    const changes = { stage: 'closed', closedAt: now, clockFrom: now } as const;
    return { step: { ...step('evaluated', changes, ['owner'], { effective: true }), code: 'action-effective' } };
  }
  const wrong = judged.adjusted === null ? null : wrongDates(judged.adjusted, now);
  if (wrong !== null) return { refusal: wrong };
  const changes =
    judged.adjusted === null
      ? ({ stage: 'adjusting', clockFrom: now } as const)
      : plannedAnew(action, judged.adjusted, now);
  const hearers = ['owner', 'department-head'] as const;
  return { step: { ...step('evaluated', changes, hearers, { effective: false }), code: 'action-not-effective' } };
}

/** What of an action may be changed; undefined leaves it. */
export interface ActionChange {
  readonly ownerId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly dueAt?: Instant | undefined;
  readonly followUpAt?: Instant | undefined;
}

/**
 * Other dates, another owner. A new date starts the clock anew; what was not effective needs both dates, and that is its
 * new plan. A later follow-up date puts a judgement off that is due.
 */
export function change(action: Action, now: Instant, given: ActionChange): ActionVerdict {
  const fields = CHANGEABLE.filter((field) => given[field] !== undefined && given[field] !== action[field]);
  if (fields.length === 0) return { refusal: refusal(422, 'nothing-changes') };
  const dates = { dueAt: given.dueAt ?? action.dueAt, followUpAt: given.followUpAt ?? action.followUpAt };
  const moved = datesAfter(action, now, given, dates);
  if ('code' in moved) return { refusal: moved };
  const people = {
    ownerId: given.ownerId ?? action.ownerId,
    departmentId: given.departmentId ?? action.departmentId,
  };
  return { step: step('changed', { ...people, ...moved }, ['owner'], { fields: fields.join(',') }) };
}

const CHANGEABLE = ['ownerId', 'departmentId', 'dueAt', 'followUpAt'] as const;

function datesAfter(
  action: Action,
  now: Instant,
  given: ActionChange,
  dates: ActionDates,
): Partial<Action> | ActionRefusal {
  const { stage } = action;
  if (given.dueAt === undefined && given.followUpAt === undefined) return {};
  if (stage === 'adjusting') {
    if (given.dueAt === undefined || given.followUpAt === undefined) return refusal(422, 'both-dates-needed');
    return wrongDates(dates, now) ?? plannedAnew(action, dates, now);
  }
  if (stage === 'open') {
    const wrong = wrongDates(dates, given.dueAt === undefined ? null : now);
    return wrong ?? { ...dates, ...(given.dueAt === undefined ? {} : { clockFrom: now }) };
  }
  if (given.dueAt !== undefined) return refusal(409, 'out-of-order', { stage });
  if (dates.followUpAt <= now) return refusal(422, 'date-has-passed', { date: dates.followUpAt });
  return { followUpAt: dates.followUpAt, stage: 'done', clockFrom: now };
}

function plannedAnew(action: Action, dates: ActionDates, now: Instant): Partial<Action> {
  return { ...dates, stage: 'open', round: action.round + 1, clockFrom: now, doneAt: null };
}

/** A date lies ahead, and the effect is judged no sooner than the work is due. */
export function wrongDates({ dueAt, followUpAt }: ActionDates, now: Instant | null): ActionRefusal | null {
  if (now !== null && dueAt <= now) return refusal(422, 'date-has-passed', { date: dueAt });
  return followUpAt < dueAt ? refusal(422, 'follow-up-before-due', { dueAt, followUpAt }) : null;
}

function step(
  happening: ActionStep['happening'],
  changes: ActionStep['changes'],
  to: ActionStep['to'],
  detail: ActionStep['detail'],
): ActionStep {
  return { happening, changes, code: `action-${happening}`, to, detail };
}

function refusal(status: ActionRefusal['status'], code: string, facts: ActionRefusal['facts'] = {}): ActionRefusal {
  return { status, code, facts };
}
