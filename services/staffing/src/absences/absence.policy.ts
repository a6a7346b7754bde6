import type { Instant } from '@redress/policy';

/** A time away: from an instant until another one, or until the return is told. */
export interface TimeAway {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** What a person's absences make of the person. */
export interface Presence {
  readonly onDuty: boolean;
  readonly absentFrom: Instant | null;
  readonly absentUntil: Instant | null;
}

export const PRESENT: Presence = { onDuty: true, absentFrom: null, absentUntil: null };

/** Away from the first of the running absences until the last of them ends; one without an end has none (WRK-3). */
export function presenceIn(running: readonly TimeAway[]): Presence {
  if (running.length === 0) return PRESENT;
  const ends = running.map(({ until }) => until);
  return {
    onDuty: false,
    absentFrom: running.map(({ from }) => from).sort()[0] as Instant,
    absentUntil: ends.includes(null) ? null : (ends.sort().at(-1) as Instant),
  };
}

/** Too many are away when it is more than this share of who handles complaints there (WRK-3). */
export function isUnderstaffed(handlers: number, onDuty: number, share: number): boolean {
  return handlers > 0 && (handlers - onDuty) / handlers > share;
}
