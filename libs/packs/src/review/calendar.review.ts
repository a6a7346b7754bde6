import type { Calendar, Calendars, Pack } from '@redress/policy';
import { calendarsNamedBy } from '../pack.calendars.ts';
import { error, type Remark } from './finding.ts';

/** Clocks that count by a calendar which never opens can never be met. */
export function calendarRemarks(pack: Pack, calendars: Calendars): Remark[] {
  return calendarsNamedBy(pack).flatMap(({ calendar, path }) => {
    const named = calendars[calendar];
    if (named === undefined || opens(named)) return [];
    return [error(path, `\`${calendar}\` has no open time, so this never ends; open it on some day`)];
  });
}

function opens({ week, openedDays }: Calendar): boolean {
  return [...Object.values(week), ...Object.values(openedDays)].some((slots) => (slots ?? []).length > 0);
}
