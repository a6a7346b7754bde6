import type { Calendar, Slot, Weekday } from './calendar.ts';
import { WEEKDAYS } from './calendar.ts';
import { instantOfWall, offsetAt, steadyOffsetOn } from './zone-offset.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** In a workflow's sandbox a look at a global is slow, and this one is taken for every day. */
const { floor } = Math;

/** A stretch of open time, from including, to excluding, in milliseconds since 1970. */
export type Stretch = readonly [from: number, to: number];

interface Prepared {
  readonly week: readonly (readonly Slot[])[];
  readonly closed: ReadonlySet<number>;
  /** Month × 100 + day. */
  readonly yearly: ReadonlySet<number>;
  readonly opened: ReadonlyMap<number, readonly Slot[]>;
}

const prepared = new WeakMap<Calendar, Prepared>();

/** Days since 1970 of an ISO date. Throws RangeError when it is none. */
export function dayOf(date: string): number {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${date}`);
  return ms / DAY;
}

/** The ISO date of a day counted from 1970. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Month × 100 + day. Years are counted from March, so that the leap day is the last: no Date for every day looked at. */
function monthDayOf(day: number): number {
  const sinceMarch = day + 719_468;
  const dayOfEra = sinceMarch - floor(sinceMarch / 146_097) * 146_097;
  const year = floor((dayOfEra - floor(dayOfEra / 1_460) + floor(dayOfEra / 36_524) - floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * year + floor(year / 4) - floor(year / 100));
  const month = floor((5 * dayOfYear + 2) / 153);
  return (month < 10 ? month + 3 : month - 9) * 100 + dayOfYear - floor((153 * month + 2) / 5) + 1;
}

function prepare(calendar: Calendar): Prepared {
  let found = prepared.get(calendar);
  if (!found) {
    found = {
      week: WEEKDAYS.map((weekday: Weekday) => calendar.week[weekday] ?? []),
      closed: new Set(calendar.closedDays.map(dayOf)),
      yearly: new Set(calendar.yearlyClosedDays.map((monthDay) => Number(monthDay.replace('-', '')))),
      opened: new Map(Object.entries(calendar.openedDays).map(([date, slots]) => [dayOf(date), slots])),
    };
    prepared.set(calendar, found);
  }
  return found;
}

/** The open slots of a local day (counted from 1970): opened, closed, yearly closed, week, in this order. */
export function slotsOn(calendar: Calendar, day: number): readonly Slot[] {
  const { week, closed, yearly, opened } = prepare(calendar);
  const own = opened.get(day);
  if (own) return own;
  if (closed.has(day)) return [];
  if (yearly.size > 0 && yearly.has(monthDayOf(day))) return [];
  return week[(((day + 3) % 7) + 7) % 7] ?? [];
}

/** The local day (counted from 1970) that an instant lies in. */
export function localDay(calendar: Calendar, at: number): number {
  return floor((at + offsetAt(calendar.timeZone, at)) / DAY);
}

/** Milliseconds since local midnight, as clocks on the wall show them. */
export function wallTime(calendar: Calendar, at: number): number {
  const wall = at + offsetAt(calendar.timeZone, at);
  return wall - floor(wall / DAY) * DAY;
}

/** The instant of a wall time on a local day. */
export function instantOn(calendar: Calendar, day: number, wall: number): number {
  return instantOfWall(calendar.timeZone, day * DAY + wall);
}

/** The stretches of open time of a local day, in order. */
export function stretchesOn(calendar: Calendar, day: number): readonly Stretch[] {
  const slots = slotsOn(calendar, day);
  if (slots.length === 0) return [];
  const offset = steadyOffsetOn(calendar.timeZone, day);
  if (offset !== null) {
    const midnight = day * DAY - offset;
    return slots.map(([from, to]) => [midnight + from * MINUTE, midnight + to * MINUTE]);
  }
  return slots.map(([from, to]) => [instantOn(calendar, day, from * MINUTE), instantOn(calendar, day, to * MINUTE)]);
}
