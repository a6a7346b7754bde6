import type { Clock, DutyEnd, DutyKind, Firing, Instant, OneDutyChange } from '@redress/policy';
import type { Duty, Verdict } from './duty.repository.ts';

type Changing = Extract<OneDutyChange, { does: 'pause' | 'resume' | 'give-date' }>;

/** The clock after a pause, a resumption or a date of the handler's. */
export function changedClock(clock: Clock, change: Changing, at: Instant): { clock: Clock } {
  switch (change.does) {
    case 'pause':
      return { clock: { ...clock, pauses: [...clock.pauses, { from: at, to: change.until }] } };
    case 'resume':
      return { clock: { ...clock, pauses: clock.pauses.map((pause) => endedAt(pause, at)) } };
    case 'give-date':
      return { clock: { ...clock, givenDate: change.date } };
  }
}

/** A pause has its end from the start, its limit; a resumption brings that end forward. */
function endedAt(pause: Clock['pauses'][number], at: Instant): Clock['pauses'][number] {
  return pause.to === null || pause.to > at ? { ...pause, to: at } : pause;
}

/**
 * What comes round again is no duty that somebody meets or misses: it leaves no line of its own. Nor does the clock of a
 * record of misconduct: it is its owner's alone (INT-15).
 */
export function isQuiet(kind: DutyKind): boolean {
  return kind === 'news' || kind === 'progress' || kind === 'misconduct';
}

/** Clocks that hang on level, pack and calendar alone; half of what remained was settled when it was given. */
export function recomputable(kind: DutyKind): boolean {
  return (
    [
      'respond',
      'date',
      'solve',
      'news',
      'progress',
      'survey',
      'follow-up',
      'analysis',
      'report',
      'reopening',
      'statutory',
      'misconduct',
    ] as DutyKind[]
  ).includes(kind);
}

/** What lies in the past by now fires at once (PRC-22). */
export function notBefore(at: Instant, firings: readonly Firing[]): Firing[] {
  return firings.map(({ rung, firesAt }) => ({ rung, firesAt: firesAt < at ? at : firesAt }));
}

export function verdictOf(how: DutyEnd, { kind, dueAt }: Duty, at: Instant): Verdict {
  if (how === 'dropped') return 'dropped';
  if (how === 'passed') return kind === 'accept' ? 'late' : 'dropped';
  return at <= dueAt ? 'in-time' : 'late';
}
