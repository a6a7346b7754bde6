import type { Calendar, Calendars } from '../calendar/calendar.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { addWorkingDays, closeOfDay, closeOfWorkingDays, liesBeyondCoverage } from '../calendar/working-time.ts';
import type { Instant } from '../instant.ts';
import type { Budget } from '../pack/pack.ts';
import type { Because } from '../words.ts';
import type { Clock, Pause } from './clock.ts';
import { addCounted, addUnpaused, countedBetween, countsWorkingTime } from './counted-time.ts';

const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** When a clock falls due. */
export interface Due {
  /** Null while a pause that has not ended keeps the deadline from coming. */
  readonly dueAt: Instant | null;
  readonly because: readonly Because[];
}

/**
 * When a clock of that budget falls due (PRC-20, 21). Throws RangeError for a calendar that is not in force or never
 * opens.
 */
export function dueAt(startedAt: Instant, budget: Budget, calendars: Calendars, pauses: readonly Pause[]): Due {
  return dueFrom(startedAt, unpausedDue(startedAt, budget, calendars), budget, calendars, pauses);
}

/** When the clock falls due: its budget's end or the handler's own date, moved by its pauses. */
export function dueOf(clock: Clock, calendars: Calendars): Due {
  const { startedAt, budget, givenDate, pauses } = clock;
  if (givenDate === null) return dueAt(startedAt, budget, calendars, pauses);
  const due = dueFrom(startedAt, givenDate, budget, calendars, pauses);
  return { dueAt: due.dueAt, because: [...due.because, { rule: 'clock.given-date', facts: { givenDate } }] };
}

/** The counted time from a start to its end without pauses, in milliseconds. */
export function lengthOf(clock: Clock, calendars: Calendars): number {
  const { startedAt, budget, givenDate } = clock;
  return countedBetween(startedAt, givenDate ?? unpausedDue(startedAt, budget, calendars), budget, calendars);
}

/** Milliseconds of a budget of calendar time. Throws RangeError for working time: how long that lasts hangs on its start. */
export function calendarMs({ amount, unit, time }: Budget): number {
  if (time === 'working' || unit === 'working-days') throw new RangeError(`${amount} ${unit} of working time`);
  return Math.round(amount * UNIT_MS[unit]);
}

/** When the budget ends if nothing pauses. */
export function unpausedDue(startedAt: Instant, budget: Budget, calendars: Calendars): Instant {
  if (budget.unit === 'working-days') {
    const ends = budget.toClose ? closeOfWorkingDays : addWorkingDays;
    return ends(startedAt, budget.amount, calendarOf(calendars, budget.calendar));
  }
  return addCounted(startedAt, Math.round(budget.amount * UNIT_MS[budget.unit]), budget, calendars);
}

/** A pause moves the end by the counted time that it took; one that took none leaves the very instant as it is. */
function dueFrom(
  startedAt: Instant,
  end: Instant,
  budget: Budget,
  calendars: Calendars,
  pauses: readonly Pause[],
): Due {
  const relevant = pauses.filter((pause) => pause.from < end);
  const length = countedBetween(startedAt, end, budget, calendars);
  const moved = relevant.length === 0 ? end : addUnpaused(startedAt, length, budget, pauses, calendars);
  const due = moved === null ? null : moved <= end ? end : closing(moved, budget, calendars);
  return { dueAt: due, because: becauseOf(due, budget, calendars, relevant.length) };
}

/** Moved into a day, a budget that runs to the close has that day too. */
function closing(at: Instant, budget: Budget, calendars: Calendars): Instant {
  return budget.toClose ? closeOfDay(at, calendarOf(calendars, budget.calendar)) : at;
}

function becauseOf(due: Instant | null, budget: Budget, calendars: Calendars, pauses: number): Because[] {
  const { amount, unit, time, toClose } = budget;
  const calendar = countsWorkingTime(budget) ? calendarOf(calendars, budget.calendar) : null;
  const stated: Because = {
    rule: 'clock.budget',
    facts: {
      ...{ amount, unit, time, calendar: calendar?.code ?? null, version: calendar?.version ?? null, pauses },
      ...(toClose ? { toClose } : {}),
    },
  };
  return [stated, ...coverage(due, calendar)];
}

function coverage(due: Instant | null, calendar: Calendar | null): Because[] {
  if (due === null || calendar === null || !liesBeyondCoverage(due, calendar)) return [];
  return [{ rule: 'calendar.beyond-coverage', facts: { calendar: calendar.code, coversUntil: calendar.coversUntil } }];
}
