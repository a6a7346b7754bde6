import {
  plusMs,
  type CaseChanges,
  type CaseState,
  type DutyChange,
  type Entry,
  type Instant,
  type Terms,
} from '@redress/policy';
import { entry, no, step, type TakeCommand } from './step.ts';

/** Part of a step: the clock stands still, or runs again. */
export interface PausePart {
  readonly changes: CaseChanges;
  readonly entries: readonly Entry[];
  readonly duties: readonly DutyChange[];
}

const NOTHING: PausePart = { changes: {}, entries: [], duties: [] };

/** `solve` stands still for that reason, at most as long as the policy allows; a statutory clock does not (PRC-21). */
export function pausedFor(state: CaseState, terms: Terms, at: Instant, reason: string, wanted?: Instant): PausePart {
  if (!terms.mayPause || isPaused(state, at)) return NOTHING;
  const limit = plusMs(at, terms.mostPauseMs);
  const until = wanted !== undefined && wanted < limit ? wanted : limit;
  return {
    changes: { pause: { reason, until } },
    entries: [entry('paused', { kind: 'solve', reason, until })],
    duties: [{ kind: 'solve', does: 'pause', until }],
  };
}

/** What the clock waited for has come; with `reason`, only where it waited for that. */
export function resumed(state: CaseState, at: Instant, reason?: string): PausePart {
  if (!isPaused(state, at) || (reason !== undefined && state.pause?.reason !== reason)) return NOTHING;
  return {
    changes: { pause: null },
    entries: [entry('resumed', { kind: 'solve', reason: state.pause?.reason ?? null })],
    duties: [{ kind: 'solve', does: 'resume' }],
  };
}

/** A pause ends by itself at its limit. */
function isPaused({ pause }: CaseState, at: Instant): boolean {
  return pause !== null && pause.until > at;
}

export const pauseClock: TakeCommand<'pauseClock'> = (state, terms, command) => {
  const { cause, until } = command.facts;
  const at = command.acceptedAt;
  if (!terms.mayPause) return no('never-pauses');
  if (isPaused(state, at)) return no('already-paused', { until: state.pause?.until ?? null });
  if (until !== undefined && until <= at) return no('nothing-to-change', { until });
  const { changes, entries, duties } = pausedFor(state, terms, at, cause, until);
  return step(changes, entries, { duties });
};

export const resumeClock: TakeCommand<'resumeClock'> = (state, _terms, command) => {
  const { changes, entries, duties } = resumed(state, command.acceptedAt);
  return entries.length === 0 ? no('not-paused') : step(changes, entries, { duties });
};

/** The handler's date for level 4: earlier than the pack's limit, told to the customer (PRC-20). */
export const giveDate: TakeCommand<'giveDate'> = (state, terms, command) => {
  const { date } = command.facts;
  if (!terms.solveDateGivenByHandler || state.solveDate !== null) return no('no-date-to-give');
  if (date <= command.acceptedAt) return no('date-too-late', { date });
  return step({ solveDate: date }, [entry('date-given', { date })], {
    duties: [
      { kind: 'date', does: 'met' },
      { kind: 'solve', does: 'give-date', date },
      { kind: 'news', does: 'restart' },
    ],
    messages: [{ purpose: 'timetable' }],
  });
};
