import type { Calendar, Slot } from './calendar.ts';

const DAY: readonly Slot[] = [
  [9 * 60, 12 * 60],
  [13 * 60, 18 * 60],
];

/** For specs: nine to six with an hour at noon, Monday to Friday, in Shanghai, unless the sentence says otherwise. */
export function anOffice(other: Partial<Calendar> = {}): Calendar {
  return {
    code: 'office',
    version: '1',
    timeZone: 'Asia/Shanghai',
    week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
    closedDays: [],
    yearlyClosedDays: [],
    openedDays: {},
    coversUntil: null,
    ...other,
  };
}

/** For specs: never closed. */
export function roundTheClock(timeZone: string): Calendar {
  const all: readonly Slot[] = [[0, 24 * 60]];
  const week = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all };
  return anOffice({ code: 'always', timeZone, week });
}
