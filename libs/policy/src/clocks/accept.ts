import type { Calendars } from '../calendar/calendar.ts';
import type { Instant } from '../instant.ts';
import { plusMs, toMs } from '../instant.ts';
import type { Budget, Pack } from '../pack/pack.ts';
import type { Because } from '../words.ts';
import { levelOf } from '../level/grade.ts';
import { unpausedDue } from './due.ts';

/** Nobody is asked to accept, take over or answer in less. */
const SHORTEST_MS = 10 * 60_000;

/** What the rule looks at: where the complaint stands at the moment it is given to somebody. */
export interface AcceptFacts {
  readonly level: string;
  readonly fastLane: boolean;
  readonly now: Instant;
  /** Null once `respond` is met. */
  readonly respondDueAt: Instant | null;
  /** Null once `solve` has stopped, or while it is paused. */
  readonly solveDueAt: Instant | null;
}

/** How long the person has, and until when. `budget` is what a clock of kind `accept` starts with. */
export interface AcceptDue {
  readonly budget: Budget;
  readonly dueAt: Instant;
  readonly because: readonly Because[];
}

/**
 * The time to accept (packs.md, shared defaults): the level's or the fast lane's, but not later than half of what remains
 * of `respond`, or of `solve` once `respond` is met or has passed, and never under 10 minutes.
 */
export function acceptBudget(facts: AcceptFacts, pack: Pack, calendars: Calendars): AcceptDue {
  const usual = facts.fastLane ? pack.fastLane.accept : levelOf(pack, facts.level).accept;
  const rule = facts.fastLane ? 'accept.fast-lane' : 'accept.level';
  return shortened(usual, facts, calendars, { rule, facts: { amount: usual.amount, unit: usual.unit } });
}

/**
 * Any time for one person's answer (hand-over, request, ruling), cut by the same rule: half of what remains at most, 10
 * minutes (`shortestMs`) at least.
 */
export function shortened(
  usual: Budget,
  facts: Pick<AcceptFacts, 'now' | 'respondDueAt' | 'solveDueAt'>,
  calendars: Calendars,
  because: Because,
  shortestMs = SHORTEST_MS,
): AcceptDue {
  const end = unpausedDue(facts.now, usual, calendars);
  const half = halfOfWhatRemains(facts, shortestMs);
  if (half === null || end <= half) return { budget: usual, dueAt: end, because: [because] };
  const cut: Because = { rule: 'accept.half-of-what-remains', facts: { usuallyDueAt: end, dueAt: half } };
  const minutes = (toMs(half) - toMs(facts.now)) / 60_000;
  return { budget: calendarMinutes(minutes), dueAt: half, because: [because, cut] };
}

/** The middle between now and the clock that counts; never nearer than the shortest; null when none runs. */
function halfOfWhatRemains(
  facts: Pick<AcceptFacts, 'now' | 'respondDueAt' | 'solveDueAt'>,
  shortestMs: number,
): Instant | null {
  const { now, respondDueAt, solveDueAt } = facts;
  const counts = respondDueAt !== null && respondDueAt > now ? respondDueAt : solveDueAt;
  if (counts === null) return null;
  const remains = toMs(counts) - toMs(now);
  return plusMs(now, Math.max(shortestMs, Math.floor(remains / 2)));
}

function calendarMinutes(amount: number): Budget {
  return { amount, unit: 'minutes', time: 'calendar', calendar: null };
}
