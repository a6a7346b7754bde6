import type { Pack } from '@redress/policy';

/** A calendar that a pack names, and the field that names it. */
export interface NamedCalendar {
  readonly calendar: string;
  readonly path: readonly PropertyKey[];
}

/** The calendars that a pack's lengths of time count by, wherever in the document they stand. */
export function calendarsNamedBy(pack: Pack): NamedCalendar[] {
  return namedIn(pack, []);
}

function namedIn(value: unknown, path: readonly PropertyKey[]): NamedCalendar[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('calendar' in value) return typeof value.calendar === 'string' ? [{ calendar: value.calendar, path }] : [];
  return Object.entries(value).flatMap(([key, part]) =>
    namedIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
