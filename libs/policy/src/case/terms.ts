import type { ExtensionRule } from '../pack/statutory.ts';
import { calendarMs } from '../clocks/due.ts';
import type { Condition } from '../conditions/condition.ts';
import { holds } from '../conditions/evaluate.ts';
import { classOf, levelOf } from '../level/grade.ts';
import type { GradingFact } from '../level/grading-facts.ts';
import type { Addressee, ClassRule, MisconductRule, OnSiteStep, Pack } from '../pack/pack.ts';
import type { Stage } from '../stage.ts';
import { authoritiesOf, type Authority } from '../redress/authority.ts';
import { MARKS, type CaseState, type Mark } from './case-state.ts';

/**
 * A pack resolved for one complaint: the few numbers and flags its process needs. It lives in the workflow's state and
 * the case row and is resolved again whenever pack or grading changes. At most 3 kB.
 */
export interface Terms {
  readonly packHash: string;
  readonly stagesLeftOut: readonly Stage[];
  readonly levelRank: number;
  readonly classRank: number;
  readonly mostRounds: number;
  readonly laterRoundsUnder: string | null;
  /** From which round on it is lifted, and to which role. */
  readonly lift?: { readonly fromRound: number; readonly to: string };
  /** Ways to more time, in the order in which they may be asked for, each with the role that grants it. */
  readonly extensions?: readonly Pick<ExtensionRule, 'code' | 'by' | 'asks'>[];
  /** Roles that decide money, lowest authority first. */
  readonly authorities: readonly Authority[];
  readonly approvalDue: Pack['approval']['due'];
  readonly approvalWhenSerious: boolean;
  readonly settledByReply: boolean;
  readonly solveDateGivenByHandler: boolean;
  readonly upAtOnceWhenUnsolvable: boolean;
  readonly mayPause: boolean;
  /** The longest that one pause may last, in milliseconds of calendar time. */
  readonly mostPauseMs: number;
  readonly unansweredOffer: Pack['offer']['unanswered'];
  readonly mostAttempts: number;
  readonly attemptsInOneDay: boolean;
  readonly letterAllowed: boolean;
  /** Levels, gravest first: what a change may name. */
  readonly levels: readonly string[];
  /** Classes, mildest first, with who is told at once and when the result has been told (PRC-27). */
  readonly classes: readonly Pick<ClassRule, 'code' | 'tellsAtOnce' | 'tellsResult' | 'tracked' | 'writtenUp'>[];
  /** Marks that by themselves make it serious, open the fast lane, ask for a report (INT-21, INT-23, PRC-28). */
  readonly seriousMarks: readonly Mark[];
  readonly fastLaneMarks: readonly Mark[];
  readonly reportMarks: readonly Mark[];
  /** On-site grades from which it is serious, and from which a report is due; null: none. */
  readonly seriousFromGrade: number | null;
  readonly reportFromGrade: number | null;
  /** Only where the pack says who hears that the report is filed (PRC-28). */
  readonly reportTells?: readonly Addressee[];
  /** The steps of the on-site grades, without their words (INT-22). */
  readonly onSite: readonly OnSiteTerms[];
  readonly assessmentDue: Pack['assessment']['due'];
  /** Only where the pack names somebody. */
  readonly assessmentBy?: Addressee;
  readonly misconduct?: MisconductRule;
  readonly assessmentFromGrade: number;
  /** What is deducted from the pay of who was responsible (IMP-13). */
  readonly deduction?: number;
  readonly byWordOfMouth: boolean;
  readonly arbitrationFrom: Pack['arbitrationFrom'];
}

/** One step on the spot: from which grade, by whom, in how many milliseconds. */
export interface OnSiteTerms {
  readonly grade: number;
  readonly code: string;
  readonly withinMs: number;
  readonly by: OnSiteStep['by'];
}

/** The terms of a complaint of this level and class under this pack. Throws RangeError when the pack lacks one of them. */
export function resolveTerms(pack: Pack, packHash: string, state: Pick<CaseState, 'level' | 'class'>): Terms {
  const level = levelOf(pack, state.level);
  const { serious, fastLane } = pack.grading;
  return {
    packHash,
    stagesLeftOut: pack.stagesLeftOut,
    levelRank: level.rank,
    classRank: classOf(pack, state.class).rank,
    mostRounds: pack.rounds.most,
    laterRoundsUnder: pack.rounds.under,
    ...(pack.rounds.lift === undefined ? {} : { lift: pack.rounds.lift }),
    ...(pack.extensions === undefined
      ? {}
      : { extensions: pack.extensions.map(({ code, by, asks }) => ({ code, by, asks })) }),
    authorities: authoritiesOf(pack.roles),
    approvalDue: pack.approval.neverAtLevels.includes(level.code) ? 'above-limit' : pack.approval.due,
    approvalWhenSerious: pack.approval.whenSerious,
    settledByReply: level.settledByReply,
    solveDateGivenByHandler: level.solveDateGivenByHandler,
    upAtOnceWhenUnsolvable: level.upAtOnceWhenUnsolvable,
    mayPause: !level.statutory,
    mostPauseMs: calendarMs(pack.pause.most),
    unansweredOffer: pack.offer.unanswered,
    mostAttempts: pack.attempts.most,
    attemptsInOneDay: level.attemptsInOneDay,
    letterAllowed: pack.attempts.letter && !pack.byWordOfMouth,
    levels: byRank(pack.levels).map((rule) => rule.code),
    classes: byRank(pack.classes).map(({ title: _title, rank: _rank, ...rule }) => rule),
    seriousMarks: marksThat(serious),
    fastLaneMarks: marksThat(fastLane),
    reportMarks: marksThat(pack.report.when),
    seriousFromGrade: firstGradeThat(serious),
    reportFromGrade: firstGradeThat(pack.report.when),
    ...(pack.report.tells === undefined ? {} : { reportTells: pack.report.tells }),
    onSite: pack.onSite.flatMap(({ grade, steps }) =>
      steps.map(({ code, within, by }) => ({ grade, code, withinMs: calendarMs(within), by })),
    ),
    assessmentDue: pack.assessment.due,
    ...(pack.assessment.by === undefined ? {} : { assessmentBy: pack.assessment.by }),
    ...(pack.misconduct === undefined ? {} : { misconduct: pack.misconduct }),
    assessmentFromGrade: pack.assessment.fromGrade,
    ...(pack.assessment.deduction === null ? {} : { deduction: pack.assessment.deduction }),
    byWordOfMouth: pack.byWordOfMouth,
    arbitrationFrom: pack.arbitrationFrom,
  };
}

/** What each mark says to the conditions of a pack. */
export const FACT_OF_MARK = {
  media: 'media',
  network: 'network',
  legal: 'legal',
  danger: 'danger',
  'core-interest': 'coreInterest',
  'staff-safety': 'staffSafety',
  'public-figure': 'importantCustomer',
  misconduct: null,
  extortion: null,
  'unreasonable-demands': null,
  mass: 'mass',
} as const satisfies Record<Mark, GradingFact | null>;

function marksThat(condition: Condition): Mark[] {
  return MARKS.filter((mark) => {
    const fact = FACT_OF_MARK[mark];
    return fact !== null && holds(condition, { [fact]: true });
  });
}

function firstGradeThat(condition: Condition): number | null {
  return [1, 2, 3].find((agitation) => holds(condition, { agitation })) ?? null;
}

function byRank<Rule extends { readonly rank: number }>(rules: readonly Rule[]): Rule[] {
  return [...rules].sort((a, b) => a.rank - b.rank);
}
