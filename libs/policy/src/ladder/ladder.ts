import type { Calendars } from '../calendar/calendar.ts';
import type { Clock } from '../clocks/clock.ts';
import { dueAt, dueOf } from '../clocks/due.ts';
import { instantAtFraction } from '../clocks/fraction.ts';
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
export function firingsOf(clock: Clock, pack: Pack, calendars: Calendars): Firing[] {
  const { kind, startedAt, pauses } = clock;
  const end = dueOf(clock, calendars).dueAt;
  if (REPEATING.includes(kind)) return end === null ? [] : [{ rung: REPEATS, firesAt: end }];
  if (!PASSING.includes(kind)) {
    return rungsOf(clock, pack, calendars).map(({ rung, firesAt }) => ({ rung: rung.code, firesAt }));
  }
  const steps = kind === 'survey' ? { send: pack.survey.sendAfter, remind: pack.survey.remindAfter } : {};
  const onTheWay = Object.entries(steps).map(([rung, after]) => ({
    rung,
    firesAt: dueAt(startedAt, after, calendars, pauses).dueAt,
  }));
  return [...onTheWay, { rung: PASSES, firesAt: end }].filter((one): one is Firing => one.firesAt !== null);
}

/** The pack's rungs for that kind of duty, from the lowest up. */
export function ladderFor(kind: DutyKind, pack: Pack): Rung[] {
  return pack.ladder.filter((rung) => rung.duties.includes(kind)).sort((a, b) => a.atFraction - b.atFraction);
}
