import { z } from 'zod';

const DAY = 86_400_000;
const RIGHT = 'write a date such as `2026-10-01`';
/** Longer than any holiday: a year mistyped at one end of a range must not close the office for ever. */
const LONGEST_RANGE_DAYS = 60;

/** Whether the text is a date that the calendar of the world has. */
export function isDate(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** One ISO date. */
export const date = z.string({ error: RIGHT }).refine(isDate, {
  error: (issue) => `\`${String(issue.input)}\` is no date; ${RIGHT}`,
});

/** A date, or a range of dates with both ends in it: `2026-10-01..2026-10-07`. */
export const dates = z.string({ error: RIGHT }).transform((text, context): string[] => {
  const [from = '', to = from, ...more] = text.split('..');
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (more.length === 0 && isDate(from) && isDate(to) && days >= 1 && days <= LONGEST_RANGE_DAYS) {
    return Array.from({ length: days }, (_, index) =>
      new Date(Date.parse(from) + index * DAY).toISOString().slice(0, 10),
    );
  }
  const message = `\`${text}\` is no date or range; ${RIGHT} or \`2026-10-01..2026-10-07\`, at most ${LONGEST_RANGE_DAYS} days`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** A day of every year, `MM-DD`. */
export const yearlyDay = z.string({ error: 'write a day such as `12-25`' }).refine((text) => isDate(`2028-${text}`), {
  error: (issue) => `\`${String(issue.input)}\` is no day of the year; write a day such as \`12-25\``,
});
