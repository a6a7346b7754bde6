import {
  budgetOf,
  calendarMs,
  dueOf,
  gradeReceipt,
  ladderFor,
  levelOf,
  rungsOf,
  statutoryDutiesOf,
  toMs,
  type Calendars,
  type Clock,
  type DutyKind,
  type Grading,
  type Instant,
  type Pack,
} from '@redress/policy';
import type { PastClock, PastComplaint } from './past.complaint.ts';

/** A clock to be tried: one that ran, or one that the law gives under the pack. */
type Trying = Omit<PastClock, 'kind'> & { readonly kind: DutyKind; readonly ref?: string };

/** How one clock goes under a pack. */
interface TriedClock {
  readonly kind: DutyKind;
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
  const asked = past.clocks.filter(({ kind }) => isAsked(pack, kind, level));
  const graded = { granted: past.granted, level, fastLane: grading.fastLane };
  const clocks = [...asked, ...byLaw(pack, level, past)].map((clock) => tried(clock, pack, graded, calendars, now));
  return {
    level,
    serious: grading.serious,
    fastLane: grading.fastLane,
    clocks,
    notices: noticesOf(pack, grading, clocks),
    news: newsOf(pack, level, past, now),
  };
}

/** What the pack surely asks for nowhere is left out; whether the rest came about hung on what happened. */
function isAsked(pack: Pack, kind: PastClock['kind'], level: string): boolean {
  switch (kind) {
    case 'date':
      return levelOf(pack, level).solveDateGivenByHandler;
    case 'tracking':
      return pack.classes.some(({ tracked }) => tracked);
    case 'write-up':
      return pack.classes.some(({ writtenUp }) => writtenUp);
    case 'assessment':
      return pack.assessment.due !== 'never';
    default:
      return true;
  }
}

/** From the receipt until the result is told; what may lapse is owed by nobody (PRC-21). */
function byLaw(pack: Pack, level: string, { underLaw }: PastComplaint): Trying[] {
  if (underLaw === null) return [];
  const { state, categories, receivedAt: startedAt, resultToldAt: endedAt } = underLaw;
  return statutoryDutiesOf(pack, { state: { ...state, level }, categories })
    .filter(({ mayLapse }) => !mayLapse)
    .map(({ code: ref }) => ({ kind: 'statutory', ref, startedAt, endedAt, givenDate: null, pauses: [] }));
}

interface Graded {
  readonly granted: readonly string[];
  readonly level: string;
  readonly fastLane: boolean;
}

function tried(past: Trying, pack: Pack, graded: Graded, calendars: Calendars, now: Instant): TriedClock {
  const { kind, ref = null, startedAt, pauses } = past;
  const { solveDateGivenByHandler, statutory } = levelOf(pack, graded.level);
  const running = { now: startedAt, respondDueAt: null, solveDueAt: null };
  const { budget } = budgetOf({ ...graded, ...running, kind, ref, handedOver: false, startedAt }, pack, calendars);
  const givenDate = kind === 'solve' && solveDateGivenByHandler ? past.givenDate : null;
  const clock: Clock = { kind, startedAt, budget, givenDate, pauses: statutory ? [] : pauses };
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
