import { z } from 'zod';
import { date, dates, yearlyDay } from './date.schema.ts';
import { code, fields } from './fields.ts';
import { holidaysOfPlaces } from './holidays.schema.ts';
import { slots } from './slot.schema.ts';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const timeZone = z.string({ error: 'write a time zone such as Asia/Shanghai' }).refine(isTimeZone, {
  error: (issue) => `\`${String(issue.input)}\` is no time zone; write an IANA name such as Asia/Shanghai`,
});

const day = slots.optional();

const week = fields({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }).refine(
  (days) => Object.values(days).some((list) => (list ?? []).length > 0),
  { error: 'the calendar never opens; give at least one weekday open times' },
);

/** The document of a working calendar as people write it. */
export const calendarDocument = fields({
  calendar: code,
  timeZone,
  week,
  closedDays: z.array(dates).default([]),
  yearlyClosedDays: z.array(yearlyDay).default([]),
  /** Of one place, or of several: their days are closed beside `closedDays`, unless they are opened. */
  holidays: holidaysOfPlaces,
  openedDays: z.record(date, slots).default({}),
  coversUntil: date.nullable().default(null),
});

export type CalendarDocument = z.output<typeof calendarDocument>;
