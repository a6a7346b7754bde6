import {
  budgetOf,
  calendarMs,
  dueOf,
  gradeReceipt,
  ladderFor,
  levelOf,
  rungsOf,
  toMs,
  type Calendars,
  type Clock,
  type Grading,
  type Instant,
  type Pack,
} from '@redress/policy';
import type { PastClock, PastComplaint } from './past.complaint.ts';

/** How one promise goes under a pack. */
interface TriedClock {
  readonly kind: PastClock['kind'];
  readonly verdict: 'in-time' | 'late' | 'running';
  readonly rungs: readonly string[];
}

/** How a complaint goes under a pack, by the pure rules (PRC-20, PRC-23, PRC-25). */
export interface TriedComplaint {
  readonly level: string;
  readonly serious: boolean;
  readonly fastLane: boolean;
  readonly clocks: readonly TriedClock[];
  readonly notices: number;
  readonly news: number;
}

/** The complaint under that pack: graded by its rules, unless a person decided the level and the pack knows it. */
export function triedUnder(pack: Pack, past: PastComplaint, calendars: Calendars, now: Instant): TriedComplaint {
  const grading = gradeReceipt(past.facts, pack);
  const level = pack.levels.some(({ code }) => code === past.levelByPerson)
    ? (past.levelByPerson as string)
    : grading.level;
  const clocks = past.clocks.map((clock) => tried(clock, pack, { ...grading, level }, calendars, now));
  return {
    level,
    serious: grading.serious,
    fastLane: grading.fastLane,
    clocks,
    notices: noticesOf(pack, grading, clocks),
    news: newsOf(pack, level, past, now),
  };
}

function tried(past: PastClock, pack: Pack, grading: Grading, calendars: Calendars, now: Instant): TriedClock {
  const { kind, startedAt, pauses } = past;
  const { level, fastLane } = grading;
  const facts = { kind, level, fastLane, handedOver: false, startedAt, now: startedAt, respondDueAt: null };
  const { budget } = budgetOf({ ...facts, solveDueAt: null }, pack, calendars);
  const givenDate = levelOf(pack, level).solveDateGivenByHandler ? past.givenDate : null;
  const clock: Clock = { kind, startedAt, budget, givenDate, pauses: levelOf(pack, level).statutory ? [] : pauses };
  const until = past.endedAt ?? now;
  const { dueAt } = dueOf(clock, calendars);
  const isLate = dueAt !== null && until > dueAt;
  const fired = rungsOf(clock, pack, calendars).filter(({ firesAt }) => firesAt < until);
  const verdict = isLate ? 'late' : past.endedAt === null ? 'running' : 'in-time';
  return { kind, verdict, rungs: fired.map(({ rung }) => rung.code) };
}

/** Places told by rungs, by the class, and of what is serious. */
function noticesOf(pack: Pack, grading: Grading, clocks: readonly TriedClock[]): number {
  const told = clocks.flatMap(({ kind, rungs }) =>
    ladderFor(kind, pack)
      .filter(({ code }) => rungs.includes(code))
      .map(({ tells }) => tells.length),
  );
  const its = pack.classes.find(({ code }) => code === grading.class);
  const byClass = (its?.tellsAtOnce.length ?? 0) + (its?.tellsResult.length ?? 0);
  return told.reduce((sum, count) => sum + count, 0) + byClass + (grading.serious ? 1 : 0);
}

/** How often news would have come round while it was open; working time is left out of the estimate. */
function newsOf(pack: Pack, level: string, { clocks }: PastComplaint, now: Instant): number {
  const solve = clocks.find(({ kind }) => kind === 'solve');
  const { news } = levelOf(pack, level);
  if (solve === undefined || news.time === 'working' || news.unit === 'working-days') return 0;
  const openMs = toMs(solve.endedAt ?? now) - toMs(solve.startedAt);
  return Math.max(0, Math.floor(openMs / calendarMs(news)));
}
