import Holidays from 'date-holidays';
import { suggestion } from './nearest.ts';

/** Where public holidays are asked for, and for which years. */
export interface HolidaysAsked {
  readonly country: string;
  readonly region?: string | undefined;
  readonly years: readonly number[];
}

/** A place of which nothing is known. */
export interface PlaceFault {
  readonly field: 'country' | 'region';
  readonly message: string;
}

/** What is wrong with the place, and what was probably meant; null when its holidays are known. */
export function holidayPlaceFault(country: string, region: string | null): PlaceFault | null {
  const known = new Holidays();
  const countries = Object.keys(known.getCountries());
  if (!countries.includes(country))
    return { field: 'country', message: `\`${country}\` is no country code; ${suggestion(country, countries)}` };
  if (region === null) return null;
  const regions = Object.keys((known.getStates(country) as Record<string, string> | undefined) ?? {});
  if (regions.includes(region)) return null;
  const right = regions.length === 0 ? 'leave it out' : suggestion(region, regions);
  return { field: 'region', message: `\`${region}\` is no region of ${country}; ${right}` };
}

/**
 * ISO dates of the public holidays, with the days that are taken in place of those on a weekend. Known to the library of
 * today: a calendar keeps the dates, so that a later library changes no deadline.
 */
export function publicHolidays({ country, region, years }: HolidaysAsked): string[] {
  const known = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const found = years.flatMap((year) => known.getHolidays(year, 'en').filter(({ type }) => type === 'public'));
  return [...new Set(found.flatMap(({ date, start, end }) => daysOf(date, start, end)))].sort();
}

const DAY = 86_400_000;

/** A holiday may last for several days: `date` is its first, local. */
function daysOf(date: string, start: Date, end: Date): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00.000Z`);
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
  return Array.from({ length: days }, (_, index) => new Date(first + index * DAY).toISOString().slice(0, 10));
}
