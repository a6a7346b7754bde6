import type { Calendar } from '@redress/policy';
import type { CalendarDocument } from './calendar.schema.ts';
import { calendarDocument } from './calendar.schema.ts';
import { canonicalJson, hashOf } from './canonical.ts';
import type { Checked, Problem } from './problem.ts';
import { compiledOf } from './problem.ts';
import { publicHolidays } from './public-holidays.ts';
import { inOrder, readDocument } from './read-document.ts';
import { Source } from './source.ts';

/** A calendar as plain JSON; its `version` is the hash of everything else in it. */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  /** RFC 8785 JSON of `calendar`. */
  readonly canonical: string;
}

/** A document and what it is called where its mistakes are told. */
export interface NamedDocument {
  readonly name: string;
  readonly text: string;
}

/** The calendars among documents, and the mistakes of those that mean to be one. */
export interface CalendarsFound {
  readonly calendars: readonly (NamedDocument & CompiledCalendar)[];
  readonly mistakes: readonly (Problem & { readonly document: string })[];
}

/** True for a document that means to be a calendar, whatever is wrong with it. */
export function isCalendarDocument(yamlText: string): boolean {
  return /^calendar\s*:/m.test(yamlText);
}

/** The calendars among documents that lie together; the others are passed over. */
export function calendarsAmong(documents: readonly NamedDocument[]): CalendarsFound {
  const checked = documents
    .filter(({ text }) => isCalendarDocument(text))
    .map((document) => ({ document, outcome: checkCalendar(document.text) }));
  return {
    calendars: checked.flatMap(({ document, outcome }) => (outcome.ok ? [{ ...document, ...outcome.compiled }] : [])),
    mistakes: checked.flatMap(({ document, outcome }) =>
      outcome.ok ? [] : outcome.problems.map((problem) => ({ ...problem, document: document.name })),
    ),
  };
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
  const faults = faultsOf(read.value);
  if (faults.length > 0) {
    return { ok: false, problems: inOrder(faults.map(({ path, message }) => source.problemAt(path, message))) };
  }
  const content = contentOf(read.value);
  const calendar = { ...content, version: hashOf(canonicalJson(content)) };
  return { ok: true, compiled: { calendar, canonical: canonicalJson(calendar) } };
}

function faultsOf(document: CalendarDocument): { path: readonly PropertyKey[]; message: string }[] {
  const { openedDays, coversUntil } = document;
  const both = document.closedDays.flat().filter((date) => openedDays[date] !== undefined);
  const known = lastDayOf(document);
  const tooFar = known !== null && coversUntil !== null && coversUntil > known;
  return [
    ...both.map((date) => ({
      path: ['openedDays', date],
      message: `\`${date}\` is both closed and opened; leave it in one of the two`,
    })),
    ...(tooFar ? [{ path: ['coversUntil'], message: `the holidays named end on ${known}; name more years` }] : []),
  ];
}

/**
 * Days in order and once, so that the same calendar written in another order is the same version. Public holidays are
 * closed unless the document opens them; without another date the calendar covers the years that they are named for.
 */
function contentOf(document: CalendarDocument): Omit<Calendar, 'version'> {
  const { calendar, timeZone, week, openedDays } = document;
  const written = Object.entries(week).filter(([, slots]) => slots !== undefined && slots.length > 0);
  const named = document.holidays.flatMap(publicHolidays).filter((date) => openedDays[date] === undefined);
  return {
    code: calendar,
    timeZone,
    week: Object.fromEntries(written),
    closedDays: [...new Set([...document.closedDays.flat(), ...named])].sort(),
    yearlyClosedDays: [...new Set(document.yearlyClosedDays)].sort(),
    openedDays,
    coversUntil: document.coversUntil ?? lastDayOf(document),
  };
}

/** The end of the first place's holidays to run out; null where the document names no place. */
function lastDayOf({ holidays }: CalendarDocument): string | null {
  const years = holidays.map((place) => Math.max(...place.years));
  return years.length === 0 ? null : `${Math.min(...years)}-12-31`;
}
