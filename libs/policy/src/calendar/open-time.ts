import type { Calendar, Slot, Weekday } from './calendar.ts';
import { WEEKDAYS } from './calendar.ts';
import { instantOfWall, offsetAt } from './zone-offset.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A stretch of open time, from including, to excluding, in milliseconds since 1970. */
export type Stretch = readonly [from: number, to: number];

interface Prepared {
  readonly week: readonly (readonly Slot[])[];
  readonly closed: ReadonlySet<number>;
  readonly yearly: ReadonlySet<string>;
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

function prepare(calendar: Calendar): Prepared {
  let found = prepared.get(calendar);
  if (!found) {
    found = {
      week: WEEKDAYS.map((weekday: Weekday) => calendar.week[weekday] ?? []),
      closed: new Set(calendar.closedDays.map(dayOf)),
      yearly: new Set(calendar.yearlyClosedDays),
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
  if (yearly.size > 0 && yearly.has(dateOf(day).slice(5))) return [];
  return week[(((day + 3) % 7) + 7) % 7] ?? [];
}

/** The local day (counted from 1970) that an instant lies in. */
export function localDay(calendar: Calendar, at: number): number {
  return Math.floor((at + offsetAt(calendar.timeZone, at)) / DAY);
}

/** Milliseconds since local midnight, as clocks on the wall show them. */
export function wallTime(calendar: Calendar, at: number): number {
  const wall = at + offsetAt(calendar.timeZone, at);
  return wall - Math.floor(wall / DAY) * DAY;
}

/** The instant of a wall time on a local day. */
export function instantOn(calendar: Calendar, day: number, wall: number): number {
  return instantOfWall(calendar.timeZone, day * DAY + wall);
}

/** The stretches of open time of a local day, in order. */
export function stretchesOn(calendar: Calendar, day: number): Stretch[] {
  return slotsOn(calendar, day).map(([from, to]) => [
    instantOn(calendar, day, from * MINUTE),
    instantOn(calendar, day, to * MINUTE),
  ]);
}
