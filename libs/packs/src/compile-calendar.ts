import type { Calendar } from '@redress/policy';
import type { CalendarDocument } from './calendar.schema.ts';
import { calendarDocument } from './calendar.schema.ts';
import { canonicalJson, hashOf } from './canonical.ts';
import type { Checked } from './problem.ts';
import { compiledOf } from './problem.ts';
import { inOrder, readDocument } from './read-document.ts';
import { Source } from './source.ts';

/** A calendar as plain JSON; its `version` is the hash of everything else in it. */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  /** RFC 8785 JSON of `calendar`. */
  readonly canonical: string;
}

/** Compiles the document of a calendar. Throws DocumentRefused with everything that is wrong. */
export function compileCalendar(yamlText: string): CompiledCalendar {
  return compiledOf(checkCalendar(yamlText));
}

/** Compiles the document of a calendar, or says line by line what is wrong and what would be right. */
export function checkCalendar(yamlText: string): Checked<CompiledCalendar> {
  const source = new Source(yamlText);
  const read = readDocument(source, calendarDocument);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const content = contentOf(read.value);
  const both = content.closedDays.filter((date) => content.openedDays[date] !== undefined);
  if (both.length > 0) {
    const message = (date: string) => `\`${date}\` is both closed and opened; leave it in one of the two`;
    return { ok: false, problems: inOrder(both.map((date) => source.problemAt(['openedDays', date], message(date)))) };
  }
  const calendar = { ...content, version: hashOf(canonicalJson(content)) };
  return { ok: true, compiled: { calendar, canonical: canonicalJson(calendar) } };
}

/** Days in order and once, so that the same calendar written in another order is the same version. */
function contentOf({ calendar, week, closedDays, ...rest }: CalendarDocument): Omit<Calendar, 'version'> {
  const written = Object.entries(week).filter(([, slots]) => slots !== undefined && slots.length > 0);
  return {
    ...rest,
    code: calendar,
    week: Object.fromEntries(written),
    closedDays: [...new Set(closedDays.flat())].sort(),
    yearlyClosedDays: [...new Set(rest.yearlyClosedDays)].sort(),
  };
}
