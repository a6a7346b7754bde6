import ICAL from 'ical.js';

/** A day on which an office is closed, and what the file calls it. */
export interface ImportedDay {
  readonly date: string;
  readonly name: string;
}

/** What an iCalendar file says about closed days. */
export interface ImportedDays {
  readonly days: readonly ImportedDay[];
  /** Entries with a time of day, or called off: they close no office. */
  readonly leftOut: number;
}

/** Thrown for a file that is none, or that cannot be understood without more. */
export class ImportRefused extends Error {}

const DAY_SECONDS = 86_400;
/** A holiday that lasts longer is a mistake of whoever wrote the file. */
const LONGEST_DAYS = 60;

/**
 * The whole-day entries of an iCalendar file (RFC 5545) as closed days, in order and once. Those that recur without an
 * end are counted until the last of the years. Throws ImportRefused.
 */
export function importICalendar(text: string, lastYear: number | null): ImportedDays {
  const events = eventsOf(text);
  const closing = events.filter(isWholeDay);
  const days = closing.flatMap((event) => daysOf(event, lastYear));
  const byDate = new Map(days.map((day) => [day.date, day]));
  return {
    days: [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    leftOut: events.length - closing.length,
  };
}

function eventsOf(text: string): ICAL.Event[] {
  try {
    const root = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '')) as unknown[]);
    if (root.name === 'vcalendar') return root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  } catch (fault) {
    throw new ImportRefused(`The file is no iCalendar file: ${(fault as Error).message}`);
  }
  throw new ImportRefused('The file is no iCalendar file: it does not begin with BEGIN:VCALENDAR.');
}

function isWholeDay(event: ICAL.Event): boolean {
  const status = String(event.component.getFirstPropertyValue('status') ?? '');
  return event.startDate?.isDate === true && status.toUpperCase() !== 'CANCELLED';
}

function daysOf(event: ICAL.Event, lastYear: number | null): ImportedDay[] {
  const length = Math.max(1, Math.round(event.duration.toSeconds() / DAY_SECONDS));
  if (length > LONGEST_DAYS)
    throw new ImportRefused(`"${event.summary}" lasts ${length} days; ${LONGEST_DAYS} are the most.`);
  return startsOf(event, lastYear).flatMap((start) =>
    Array.from({ length }, (_, index) => {
      const day = start.clone();
      day.addDuration(ICAL.Duration.fromSeconds(index * DAY_SECONDS));
      return { date: day.toString().slice(0, 10), name: event.summary ?? '' };
    }),
  );
}

function startsOf(event: ICAL.Event, lastYear: number | null): ICAL.Time[] {
  if (!event.isRecurring()) return [event.startDate];
  if (lastYear === null)
    throw new ImportRefused(`"${event.summary}" recurs: name the last year that is wanted, such as --until 2028.`);
  const starts: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.year <= lastYear; next = iterator.next()) starts.push(next);
  return starts;
}

/** The closed days as a calendar document writes them, each with its name as a comment. */
export function closedDaysText({ days }: ImportedDays): string {
  if (days.length === 0) return 'closedDays: []\n';
  return `closedDays:\n${days.map(({ date, name }) => `  - ${date}${commentOf(name)}`).join('\n')}\n`;
}

function commentOf(name: string): string {
  const plain = name.replace(/\s+/g, ' ').trim();
  return plain === '' ? '' : ` # ${plain}`;
}
