import type { Calendars } from '../calendar/calendar.ts';
import type { Instant } from '../instant.ts';
import { levelOf } from '../level/grade.ts';
import type { Budget, DutyKind, Pack } from '../pack/pack.ts';
import type { Because } from '../words.ts';
import { extended, statutoryDuty } from './statutory.ts';
import { acceptBudget, shortened } from './accept.ts';

/** Where the complaint stands when a clock of it starts. */
export interface BudgetFacts {
  readonly kind: DutyKind;
  /** Code of the statutory duty. */
  readonly ref?: string | null;
  /** Codes of the extensions that have been granted. */
  readonly granted?: readonly string[];
  readonly level: string;
  readonly fastLane: boolean;
  /** It came from another department: more time to accept (packs.md, shared defaults). */
  readonly handedOver: boolean;
  readonly startedAt: Instant;
  readonly now: Instant;
  /** Null once `respond` is met. */
  readonly respondDueAt: Instant | null;
  /** Null once `solve` has stopped. */
  readonly solveDueAt: Instant | null;
}

/** A clock's budget and the rule that gave it. */
export interface ChosenBudget {
  readonly budget: Budget;
  readonly because: readonly Because[];
}

/** A task of one person that nothing shortens: it never waits longer than this, nor less than an hour (PRC-25, shared defaults). */
const LONGEST_TASK: Budget = { amount: 5, unit: 'days', time: 'calendar', calendar: null };

/** The budget of a clock of this kind under the pack (PRC-20, packs.md). Throws RangeError for an unknown level. */
export function budgetOf(facts: BudgetFacts, pack: Pack, calendars: Calendars): ChosenBudget {
  const { kind, startedAt } = facts;
  const level = levelOf(pack, facts.level);
  const byLevel = (budget: Budget) => ({
    budget,
    because: [{ rule: `clock.${kind}`, facts: { level: level.code, startedAt } }],
  });
  const byPack = (budget: Budget) => ({ budget, because: [{ rule: `clock.${kind}`, facts: { startedAt } }] });
  switch (kind) {
    case 'respond':
    case 'date':
      return byLevel(facts.fastLane ? pack.fastLane.firstContact : level.respond);
    case 'solve':
      return byLevel(extended(pack, facts.granted ?? [], 'solve', level.solve));
    case 'statutory':
      return byLaw(facts, pack);
    case 'news':
      return byLevel(level.news);
    case 'progress':
      return byLevel(level.progress);
    case 'accept':
      return facts.handedOver
        ? shortened(pack.handOver, facts, calendars, { rule: 'accept.hand-over', facts: {} })
        : acceptBudget(facts, pack, calendars);
    case 'offer':
      return byPack(pack.offer.answerWithin);
    case 'survey':
    case 'analysis':
      return byPack(pack.survey.closeAfter);
    case 'follow-up':
      return byPack(pack.followUp);
    case 'report':
      return byPack(pack.report.within);
    case 'write-up':
      return byPack(pack.writeUp.within);
    case 'assessment':
      return byPack(pack.assessment.within);
    case 'misconduct':
      return byPack(withinOf(pack));
    case 'tracking':
      return byPack(pack.tracking.every);
    case 'new-facts':
      return byPack(pack.ruling);
    case 'reopening':
      return byPack(pack.reopening);
    default:
      return task(facts, calendars);
  }
}

/** From the duty of the law, or what it was extended to; the explanation says where it is written (PRC-21). */
function byLaw({ ref = null, granted = [], startedAt }: BudgetFacts, pack: Pack): ChosenBudget {
  const { code, within, source } = statutoryDuty(pack, ref);
  const budget = extended(pack, granted, code, within);
  const { zh, en } = source;
  return { budget, because: [{ rule: 'clock.statutory', facts: { code, startedAt, zh, en } }] };
}

/** Only where the pack says how long a record of misconduct may stay open (INT-15). Throws RangeError elsewhere. */
function withinOf({ misconduct, code }: Pack): Budget {
  if (misconduct?.within === undefined) throw new RangeError(`the pack ${code} gives a record of misconduct no time`);
  return misconduct.within;
}

/** Half of what remains of `solve`, an hour at least: for a request, a task, an approval, a ruling, the naming of a backup. */
function task(facts: BudgetFacts, calendars: Calendars): ChosenBudget {
  const solveOnly = { now: facts.now, respondDueAt: null, solveDueAt: facts.solveDueAt };
  return shortened(LONGEST_TASK, solveOnly, calendars, { rule: `clock.${facts.kind}`, facts: {} }, HOUR_MS);
}

const HOUR_MS = 3_600_000;
