import type { Instant } from '../instant.ts';
import { toInstant, toMs } from '../instant.ts';
import type { Calendar } from './calendar.ts';
import type { Stretch } from './open-time.ts';
import { dateOf, instantOn, localDay, slotsOn, stretchesOn, wallTime } from './open-time.ts';

/** A calendar closed for so many days in a row never opens again: a search must end. */
const LONGEST_CLOSED_DAYS = 1_000;

/**
 * The instant after `ms` of open time. A budget that ends exactly at closing time ends there, not at the next opening:
 * the day's work is done when the door closes. Nothing to add leaves the start where it is, open or not. Negative `ms`
 * goes back. Throws RangeError when the calendar never opens.
 */
export function addWorkingTime(start: Instant, ms: number, calendar: Calendar): Instant {
  const from = toMs(start);
  if (ms === 0) return start;
  return toInstant(ms > 0 ? forward(from, ms, calendar) : backward(from, -ms, calendar));
}

function forward(from: number, ms: number, calendar: Calendar): number {
  let left = ms;
  for (const [opens, closes] of openTime(calendar, localDay(calendar, from), 1)) {
    const begin = Math.max(opens, from);
    if (closes <= begin) continue;
    if (left <= closes - begin) return begin + left;
    left -= closes - begin;
  }
  throw neverOpens(calendar);
}

function backward(from: number, ms: number, calendar: Calendar): number {
  let left = ms;
  // A day late: where clocks are put back over midnight, the next day has begun before this one comes again.
  for (const [opens, closes] of openTime(calendar, localDay(calendar, from) + 1, -1)) {
    const end = Math.min(closes, from);
    if (end <= opens) continue;
    if (left <= end - opens) return end - left;
    left -= end - opens;
  }
  throw neverOpens(calendar);
}

/** Open stretches from a local day on, forward (1) or back (-1), until the calendar stays closed for too long. */
function* openTime(calendar: Calendar, firstDay: number, step: 1 | -1): Generator<Stretch> {
  let closedFor = 0;
  for (let day = firstDay; closedFor < LONGEST_CLOSED_DAYS; day += step) {
    const stretches = stretchesOn(calendar, day);
    closedFor = stretches.length > 0 ? 0 : closedFor + 1;
    yield* step === 1 ? stretches : [...stretches].reverse();
  }
}

function neverOpens(calendar: Calendar): RangeError {
  return new RangeError(`calendar ${calendar.code} stays closed for ${LONGEST_CLOSED_DAYS} days`);
}

/** Milliseconds of open time between two instants; 0 when the second is not after the first. */
export function workingTimeBetween(from: Instant, to: Instant, calendar: Calendar): number {
  const begin = toMs(from);
  const end = toMs(to);
  let sum = 0;
  const lastDay = localDay(calendar, end) + 1;
  for (let day = localDay(calendar, begin); day <= lastDay; day += 1) {
    for (const [opens, closes] of stretchesOn(calendar, day)) {
      sum += Math.max(0, Math.min(closes, end) - Math.max(opens, begin));
    }
  }
  return sum;
}

/** Whether the calendar is open; at opening time it is, at closing time it is not. */
export function isOpen(at: Instant, calendar: Calendar): boolean {
  const ms = toMs(at);
  const day = localDay(calendar, ms);
  return [day, day + 1].some((near) =>
    stretchesOn(calendar, near).some(([opens, closes]) => opens <= ms && ms < closes),
  );
}

/** The instant itself when open, else the next opening. Throws RangeError when the calendar never opens. */
export function nextOpen(at: Instant, calendar: Calendar): Instant {
  const from = toMs(at);
  for (const [opens, closes] of openTime(calendar, localDay(calendar, from), 1)) {
    if (closes > from && closes > opens) return opens > from ? toInstant(opens) : at;
  }
  throw neverOpens(calendar);
}

/**
 * The same time of day on the `days`-th working day after (before, when negative). The day of the start does not count;
 * a start on a closed day counts from there. A working day is one with any open time. Throws RangeError when the
 * calendar never opens.
 */
export function addWorkingDays(start: Instant, days: number, calendar: Calendar): Instant {
  if (days === 0) return start;
  const from = toMs(start);
  return toInstant(instantOn(calendar, workingDayAfter(from, days, calendar), wallTime(calendar, from)));
}

/**
 * The close of the `days`-th working day after, whatever the time of day of the start: what has to be done by then may
 * be done until the office closes. None after: the close of the day of the start, or of the next that opens. Throws RangeError when the calendar never opens.
 */
export function closeOfWorkingDays(start: Instant, days: number, calendar: Calendar): Instant {
  if (days === 0) return closeOfDay(nextOpen(start, calendar), calendar);
  const day = workingDayAfter(toMs(start), days, calendar);
  const [, closes] = stretchesOn(calendar, day).at(-1) ?? [0, toMs(start)];
  return toInstant(closes);
}

/** The last closing time of the day on which this instant of open time lies. */
export function closeOfDay(at: Instant, calendar: Calendar): Instant {
  const from = toMs(at);
  const day = localDay(calendar, from);
  const closes = [day - 1, day, day + 1].map((near) => stretchesOn(calendar, near).at(-1)?.[1] ?? -Infinity);
  return toInstant(closes.find((end) => end >= from) ?? from);
}

/** The local day of the `days`-th working day after an instant, or before it. */
function workingDayAfter(from: number, days: number, calendar: Calendar): number {
  const step = days > 0 ? 1 : -1;
  let day = localDay(calendar, from);
  let closedFor = 0;
  let left = Math.ceil(Math.abs(days));
  while (left > 0) {
    day += step;
    const open = slotsOn(calendar, day).length > 0;
    closedFor = open ? 0 : closedFor + 1;
    if (open) left -= 1;
    if (closedFor >= LONGEST_CLOSED_DAYS) throw neverOpens(calendar);
  }
  return day;
}

/** Whether the answer for this instant rests on days whose holidays are not published yet. */
export function liesBeyondCoverage(at: Instant, calendar: Calendar): boolean {
  if (calendar.coversUntil === null) return false;
  return dateOf(localDay(calendar, toMs(at))) > calendar.coversUntil;
}
