import { toInstant, toMs } from '@redress/policy';

/** How long a period is. */
export const PERIOD_UNITS = ['month', 'quarter', 'half-year', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A period's code: `2026`, `2026-H2`, `2026-Q4`, `2026-11` or the day `2026-11-23`. */
export const PERIOD_CODE = /^((?:19|20|21)\d\d)(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])(?:-(\d\d))?))?$/;

/** Days as `2026-11-23`, in the time zone of the figures; `untilDay` is the first that is no longer part of it. */
export interface Period {
  readonly fromDay: string;
  readonly untilDay: string;
}

const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The days of a period. Throws RangeError when the code names none, such as `2026-02-30`. */
export function periodOf(code: string): Period {
  const match = PERIOD_CODE.exec(code);
  if (match === null) throw new RangeError(`not a period: ${code}`);
  const [, year, half, quarter, month, day] = match;
  if (day !== undefined) return { fromDay: dayNamed(code), untilDay: dayAfter(code) };
  if (month !== undefined) return monthsFrom(Number(year), Number(month) - 1, 1);
  if (quarter !== undefined) return monthsFrom(Number(year), (Number(quarter) - 1) * 3, 3);
  if (half !== undefined) return monthsFrom(Number(year), (Number(half) - 1) * 6, 6);
  return monthsFrom(Number(year), 0, 12);
}

/** The code of the period of this length that holds `month` (`2026-11`). */
export function periodHolding(unit: PeriodUnit, month: string): string {
  const [year = '', number = ''] = month.split('-');
  const place = Math.floor((Number(number) - 1) / MONTHS[unit]) + 1;
  switch (unit) {
    case 'month':
      return month;
    case 'quarter':
      return `${year}-Q${place}`;
    case 'half-year':
      return `${year}-H${place}`;
    case 'year':
      return year;
  }
}

/** The codes of the periods from the one that holds the first month to the one that holds the last. */
export function periodsBetween(unit: PeriodUnit, from: string, to: string): string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return [...new Set(months.map((number) => periodHolding(unit, monthOf(number))))];
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** True for a code that names a period there is. */
export function isPeriod(code: string): boolean {
  try {
    return periodOf(code).fromDay !== '';
  } catch {
    return false;
  }
}

/** How many days lie in [from, to], both counted. */
export function daysBetween(from: string, to: string): number {
  return (toMs(`${to}T00:00:00.000Z`) - toMs(`${from}T00:00:00.000Z`)) / DAY_MS + 1;
}

const DAY_MS = 86_400_000;

/** The day after a day. */
export function dayAfter(day: string): string {
  return toInstant(toMs(`${day}T00:00:00.000Z`) + DAY_MS).slice(0, 10);
}

function dayNamed(code: string): string {
  const day = toInstant(toMs(`${code}T00:00:00.000Z`)).slice(0, 10);
  if (day !== code) throw new RangeError(`not a day: ${code}`);
  return day;
}

function monthsFrom(year: number, month: number, count: number): Period {
  const first = (index: number): string => toInstant(Date.UTC(year, index, 1)).slice(0, 10);
  return { fromDay: first(month), untilDay: first(month + count) };
}
