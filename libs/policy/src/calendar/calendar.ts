/** The days of the week in ISO order; day 0 of 1970 was a Thursday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Open from the first minute of the day up to, not including, the second; 1440 is midnight at the day's end. */
export type Slot = readonly [fromMinute: number, toMinute: number];

/**
 * A working calendar: versioned data, named by packs. What is said of one date wins over what is said of its weekday:
 * opened days, then closed days, then yearly closed days, then the week. Slots of a day are in order and apart.
 * Treat it as frozen: lookups prepared from it are kept.
 */
export interface Calendar {
  readonly code: string;
  /** Hash of the content. */
  readonly version: string;
  /** IANA name, `Asia/Shanghai`; slots are local time there. */
  readonly timeZone: string;
  /** A weekday that is missing is closed. */
  readonly week: Readonly<Partial<Record<Weekday, readonly Slot[]>>>;
  /** ISO dates. */
  readonly closedDays: readonly string[];
  /** `MM-DD`. */
  readonly yearlyClosedDays: readonly string[];
  /** ISO date → slots: make-up working days. */
  readonly openedDays: Readonly<Record<string, readonly Slot[]>>;
  /** Last ISO date whose closed and opened days have been published; null when the calendar has no end. */
  readonly coversUntil: string | null;
}

/** The calendars in force, by code. */
export type Calendars = Readonly<Record<string, Calendar>>;

/** The calendar of that code. Throws RangeError when there is none: a fault of the installation, not of a person. */
export function calendarOf(calendars: Calendars, code: string | null): Calendar {
  const found = code === null ? undefined : calendars[code];
  if (!found) throw new RangeError(`no calendar in force is called ${String(code)}`);
  return found;
}
