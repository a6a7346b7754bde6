import type { Instant } from '../instant.ts';
import { toMs } from '../instant.ts';
import type { Calendar } from './calendar.ts';
import { dayOf, localDay } from './open-time.ts';

/** How far a calendar knows its closed and opened days. */
export interface Coverage {
  /** Whole local days that are still covered after this one; negative when it has run out, null when it has no end. */
  readonly daysLeft: number | null;
  /** A new version is due: what is counted beyond the end rests on the week alone. */
  readonly isLapsing: boolean;
}

/** How long the calendar still covers at an instant; it is lapsing from `warnDays` before its end. */
export function coverageOf(calendar: Calendar, at: Instant, warnDays: number): Coverage {
  if (calendar.coversUntil === null) return { daysLeft: null, isLapsing: false };
  const daysLeft = dayOf(calendar.coversUntil) - localDay(calendar, toMs(at));
  return { daysLeft, isLapsing: daysLeft <= warnDays };
}
