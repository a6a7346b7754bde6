import type { Budget } from '@redress/policy';
import { z } from 'zod';

const UNITS = {
  m: 'minutes',
  minute: 'minutes',
  minutes: 'minutes',
  h: 'hours',
  hour: 'hours',
  hours: 'hours',
  d: 'days',
  day: 'days',
  days: 'days',
} as const;

const CALENDAR_TIME = /^(\d+(?:\.\d+)?) ?(m|h|d|minutes?|hours?|days?)$/;
const WORKING_TIME = /^(\d+(?:\.\d+)?) working (minutes?|hours?|days?) of ([a-z][a-z0-9-]*)$/;

const RIGHT = 'write a length of time such as `30m`, `2h`, `5d` or `10 working days of cn-workdays`';

/** The budget that a text of the document means; null when it means none. */
export function readDuration(text: string): Budget | null {
  const calendarTime = CALENDAR_TIME.exec(text);
  if (calendarTime) {
    const [, amount = '', unit = 'm'] = calendarTime;
    return { amount: Number(amount), unit: UNITS[unit as keyof typeof UNITS], time: 'calendar', calendar: null };
  }
  const workingTime = WORKING_TIME.exec(text);
  if (!workingTime) return null;
  const [, amount = '', word = 'days', calendar = ''] = workingTime;
  const unit = UNITS[word as keyof typeof UNITS];
  // A working day is a date, not a number of hours: there is no half of one.
  if (unit === 'days' && !Number.isInteger(Number(amount))) return null;
  return { amount: Number(amount), unit: unit === 'days' ? 'working-days' : unit, time: 'working', calendar };
}

/** How an editor is told of it. */
const described = z.string({ error: RIGHT }).meta({
  id: 'duration',
  description: 'A length of time: 30m, 2h, 5d of calendar time, or open time of a working calendar',
  pattern: `(?:${CALENDAR_TIME.source})|(?:${WORKING_TIME.source})`,
  examples: ['30m', '2h', '5d', '10 working days of cn-workdays', '4 working hours of cn-workdays'],
});

/** A length of time as people write it. */
export const duration = described.transform((text, context): Budget => {
  const budget = readDuration(text.trim());
  if (budget !== null && budget.amount > 0) return budget;
  context.addIssue({ code: 'custom', message: `\`${text}\` is no length of time; ${RIGHT}` });
  return z.NEVER;
});
