import type { Calendars } from '../calendar/calendar.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { addWorkingTime, workingTimeBetween } from '../calendar/working-time.ts';
import type { Instant } from '../instant.ts';
import { plusMs, toMs } from '../instant.ts';
import type { Budget } from '../pack/pack.ts';
import type { Pause } from './clock.ts';

/** Whether the budget counts open time of its calendar only. */
export function countsWorkingTime(budget: Budget): boolean {
  return budget.time === 'working' || budget.unit === 'working-days';
}

/** The instant after `ms` of the time that the budget counts, pauses aside. */
export function addCounted(from: Instant, ms: number, budget: Budget, calendars: Calendars): Instant {
  if (!countsWorkingTime(budget)) return plusMs(from, ms);
  return addWorkingTime(from, ms, calendarOf(calendars, budget.calendar));
}

/** Milliseconds of the time that the budget counts between two instants; 0 when the second is not after the first. */
export function countedBetween(from: Instant, to: Instant, budget: Budget, calendars: Calendars): number {
  if (!countsWorkingTime(budget)) return Math.max(0, toMs(to) - toMs(from));
  return workingTimeBetween(from, to, calendarOf(calendars, budget.calendar));
}

/**
 * The instant after `ms` of counted time in which the clock was not paused. Null when a pause that has not ended comes
 * first. Pauses may overlap and come in any order; time that two of them share is lost once.
 */
export function addUnpaused(
  from: Instant,
  ms: number,
  budget: Budget,
  pauses: readonly Pause[],
  calendars: Calendars,
): Instant | null {
  let at = from;
  let left = ms;
  for (const pause of inOrder(pauses)) {
    if (pause.to !== null && pause.to <= at) continue;
    const running = countedBetween(at, pause.from, budget, calendars);
    if (left <= running) break;
    if (pause.to === null) return null;
    left -= running;
    at = pause.to;
  }
  return addCounted(at, left, budget, calendars);
}

/** Milliseconds of counted time between two instants in which the clock was not paused. */
export function unpausedBetween(
  from: Instant,
  to: Instant,
  budget: Budget,
  pauses: readonly Pause[],
  calendars: Calendars,
): number {
  let at = from;
  let sum = 0;
  for (const pause of inOrder(pauses)) {
    if (pause.from >= to) break;
    if (pause.to !== null && pause.to <= at) continue;
    sum += countedBetween(at, pause.from, budget, calendars);
    if (pause.to === null) return sum;
    at = pause.to;
  }
  return sum + countedBetween(at, to, budget, calendars);
}

function inOrder(pauses: readonly Pause[]): Pause[] {
  return [...pauses].sort((a, b) => toMs(a.from) - toMs(b.from));
}
