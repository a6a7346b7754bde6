import type { Calendars } from '../calendar/calendar.ts';
import type { Clock } from '../clocks/clock.ts';
import { dueAt, dueOf } from '../clocks/due.ts';
import { instantAtFraction } from '../clocks/fraction.ts';
import { statutoryDuty } from '../clocks/statutory.ts';
import type { Instant } from '../instant.ts';
import type { DutyKind, Pack, Rung } from '../pack/pack.ts';

/** A rung with the instant at which it fires. */
export interface RungDue {
  readonly rung: Rung;
  readonly firesAt: Instant;
}

/**
 * The rungs that watch the clock, in due order (PRC-23, 25). While a pause lasts, the rungs that it keeps from firing
 * are left out; they come back, later, when it has ended.
 */
export function rungsOf(clock: Clock, pack: Pack, calendars: Calendars): RungDue[] {
  const due: RungDue[] = [];
  for (const rung of ladderFor(clock.kind, pack)) {
    const firesAt = instantAtFraction(clock, rung.atFraction, calendars);
    if (firesAt !== null) due.push({ rung, firesAt });
  }
  return due;
}

/** The rung of a duty whose stage decides what follows its due instant. */
export const PASSES = 'passes';
/** The rung of a duty that comes round again: news to the customer, progress upward. */
export const REPEATS = 'repeats';
/** The rung at which a duty that the law gives has run out: the customer is told what the pack says. */
export const RUNS_OUT = 'runs-out';

const PASSING: readonly DutyKind[] = ['accept', 'offer', 'survey', 'reopening'];
const REPEATING: readonly DutyKind[] = ['news', 'progress'];

/** An instant of a duty at which something happens. */
export interface Firing {
  readonly rung: string;
  readonly firesAt: Instant;
}

/**
 * Everything that happens on the way of a duty: its stage decides at its end, it comes round again, or the ladder of the
 * pack watches it. The survey is sent and reminded of on the way.
 */
export function firingsOf(clock: Clock, pack: Pack, calendars: Calendars, ref: string | null = null): Firing[] {
  const { kind, startedAt, pauses } = clock;
  const end = dueOf(clock, calendars).dueAt;
  if (REPEATING.includes(kind)) return end === null ? [] : [{ rung: REPEATS, firesAt: end }];
  if (!PASSING.includes(kind)) {
    const rungs = rungsOf(clock, pack, calendars).map(({ rung, firesAt }) => ({ rung: rung.code, firesAt }));
    return kind === 'statutory' && end !== null ? statutoryFirings(rungs, end, pack, ref) : rungs;
  }
  const steps = kind === 'survey' ? { send: pack.survey.sendAfter, remind: pack.survey.remindAfter } : {};
  const onTheWay = Object.entries(steps).map(([rung, after]) => ({
    rung,
    firesAt: dueAt(startedAt, after, calendars, pauses).dueAt,
  }));
  return [...onTheWay, { rung: PASSES, firesAt: end }].filter((one): one is Firing => one.firesAt !== null);
}

/** What may lapse is owed by nobody: no rung watches it. The others run out before the rungs of the same instant climb. */
function statutoryFirings(rungs: readonly Firing[], end: Instant, pack: Pack, ref: string | null): Firing[] {
  const runsOut = { rung: RUNS_OUT, firesAt: end };
  if (statutoryDuty(pack, ref).mayLapse) return [runsOut];
  const before = rungs.filter(({ firesAt }) => firesAt < end);
  return [...before, runsOut, ...rungs.slice(before.length)];
}

/** The pack's rungs for that kind of duty, from the lowest up. */
export function ladderFor(kind: DutyKind, pack: Pack): Rung[] {
  return pack.ladder.filter((rung) => rung.duties.includes(kind)).sort((a, b) => a.atFraction - b.atFraction);
}
