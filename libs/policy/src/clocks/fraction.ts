import type { Calendars } from '../calendar/calendar.ts';
import type { Instant } from '../instant.ts';
import type { Clock } from './clock.ts';
import { addUnpaused } from './counted-time.ts';
import { dueOf, lengthOf } from './due.ts';

/**
 * The instant at which that fraction of the clock has run, in the clock's own arithmetic: 0.75 is the warning, 1 the due
 * instant itself, 1.5 half the budget after it (PRC-23, 25). Null when a pause that has not ended comes first.
 */
export function instantAtFraction(clock: Clock, fraction: number, calendars: Calendars): Instant | null {
  const { dueAt } = dueOf(clock, calendars);
  const length = lengthOf(clock, calendars);
  if (fraction === 1) return dueAt;
  if (fraction > 1) return dueAt === null ? null : after(clock, dueAt, (fraction - 1) * length, calendars);
  const inside = after(clock, clock.startedAt, fraction * length, calendars);
  return inside !== null && dueAt !== null && inside > dueAt ? dueAt : inside;
}

function after(clock: Clock, from: Instant, ms: number, calendars: Calendars): Instant | null {
  return addUnpaused(from, Math.round(ms), clock.budget, clock.pauses, calendars);
}
