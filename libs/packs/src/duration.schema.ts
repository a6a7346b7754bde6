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
  w: 'weeks',
  week: 'weeks',
  weeks: 'weeks',
} as const;
const DAYS_OF_A_WEEK = 7;

const CALENDAR_TIME = /^(\d+(?:\.\d+)?) ?(m|h|d|w|minutes?|hours?|days?|weeks?)$/;
const WORKING_TIME = /^(\d+(?:\.\d+)?) working (minutes?|hours?|days?) of ([a-z][a-z0-9-]*)( to the close)?$/;

const SAME_DAY = /^the same working day of ([a-z][a-z0-9-]*)$/;

const RIGHT =
  'write a length of time such as `30m`, `2h`, `5d`, `8 weeks`, `10 working days of cn-workdays` or `3 working days of gb-eng to the close`';

/** The budget that a text of the document means; null when it means none. */
export function readDuration(text: string): Budget | null {
  const calendarTime = CALENDAR_TIME.exec(text);
  if (calendarTime) {
    const [, amount = '', unit = 'm'] = calendarTime;
    return { ...plain(Number(amount), UNITS[unit as keyof typeof UNITS]), time: 'calendar', calendar: null };
  }
  const [, sameDayOf] = SAME_DAY.exec(text) ?? [];
  if (sameDayOf !== undefined)
    return { amount: 0, unit: 'working-days', time: 'working', calendar: sameDayOf, toClose: true };
  const workingTime = WORKING_TIME.exec(text);
  if (!workingTime) return null;
  const [, amount = '', word = 'days', calendar = '', close] = workingTime;
  const { unit } = plain(1, UNITS[word as keyof typeof UNITS]);
  // A working day is a date, not a number of hours: there is no half of one, and only it has a close.
  if (unit === 'days' && !Number.isInteger(Number(amount))) return null;
  if (unit !== 'days' && close !== undefined) return null;
  const toClose = close === undefined ? {} : { toClose: true as const };
  return {
    amount: Number(amount),
    unit: unit === 'days' ? 'working-days' : unit,
    time: 'working',
    calendar,
    ...toClose,
  };
}

function plain(amount: number, unit: (typeof UNITS)[keyof typeof UNITS]) {
  return unit === 'weeks' ? { amount: amount * DAYS_OF_A_WEEK, unit: 'days' as const } : { amount, unit };
}

/** How an editor is told of it. */
const described = z.string({ error: RIGHT }).meta({
  id: 'duration',
  description: 'A length of time: 30m, 2h, 5d of calendar time, or open time of a working calendar',
  pattern: [CALENDAR_TIME, WORKING_TIME, SAME_DAY].map(({ source }) => `(?:${source})`).join('|'),
  examples: ['30m', '2h', '5d', '10 working days of cn-workdays', '4 working hours of cn-workdays'],
});

/** A length of time as people write it. */
export const duration = described.transform((text, context): Budget => {
  const budget = readDuration(text.trim());
  if (budget !== null && (budget.amount > 0 || SAME_DAY.test(text.trim()))) return budget;
  context.addIssue({ code: 'custom', message: `\`${text}\` is no length of time; ${RIGHT}` });
  return z.NEVER;
});

/** What begins at a moment that nobody knows beforehand cannot hang on a calendar. */
export const calendarTime = duration.refine((budget) => budget.time === 'calendar', {
  error: 'write calendar time, such as `5d`',
});
