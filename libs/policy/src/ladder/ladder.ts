import type { Calendars } from '../calendar/calendar.ts';
import type { Clock } from '../clocks/clock.ts';
import { instantAtFraction } from '../clocks/fraction.ts';
import type { Instant } from '../instant.ts';
import type { DutyKind, Pack, Rung } from '../pack/pack.ts';

/** A rung with the instant at which it fires. */
export interface RungDue {
  readonly rung: Rung;
  readonly firesAt: Instant;
}

/**
 * The rungs that watch the clock, in due order (PRC-23, 25). While a pause lasts, the rungs that it keeps from firing
 * are left out; they come back, later, when it has ended.
 */
export function rungsOf(clock: Clock, pack: Pack, calendars: Calendars): RungDue[] {
  const due: RungDue[] = [];
  for (const rung of ladderFor(clock.kind, pack)) {
    const firesAt = instantAtFraction(clock, rung.atFraction, calendars);
    if (firesAt !== null) due.push({ rung, firesAt });
  }
  return due;
}

/** The pack's rungs for that kind of duty, from the lowest up. */
export function ladderFor(kind: DutyKind, pack: Pack): Rung[] {
  return pack.ladder.filter((rung) => rung.duties.includes(kind)).sort((a, b) => a.atFraction - b.atFraction);
}
