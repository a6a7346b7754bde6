import {
  acceptBudget,
  budgetOf,
  budgetWords,
  dueAt,
  DUTY_WORDS,
  firingsOf,
  unpausedDue,
  whyOf,
  type Budget,
  type Calendars,
  type DutyKind,
  type Grading,
  type Instant,
  type Pack,
  type Words,
} from '@redress/policy';
import { joined, say } from '../words/say.ts';
import { addresseeWords } from '../words/value.words.ts';

const CLOCKS = ['respond', 'solve', 'news'] as const satisfies readonly DutyKind[];

/** The clocks of a complaint received then, with the rungs that watch them (PRC-20, PRC-23, PRC-25). */
export function clockLines(pack: Pack, grading: Grading, receivedAt: Instant, calendars: Calendars): Words[] {
  const respondDueAt = unpausedDue(receivedAt, budgetFor('respond', pack, grading, receivedAt, calendars), calendars);
  const facts = { level: grading.level, fastLane: grading.fastLane, now: receivedAt, respondDueAt, solveDueAt: null };
  const accept = acceptBudget(facts, pack, calendars);
  return [
    say`时限自 ${receivedAt} 起算：`.en`Clocks from ${receivedAt} on:`,
    clockLine('accept', accept.dueAt, accept.budget),
    ...CLOCKS.flatMap((kind) => {
      const budget = budgetFor(kind, pack, grading, receivedAt, calendars);
      return [
        clockLine(kind, unpausedDue(receivedAt, budget, calendars), budget),
        ...beyondCoverage(receivedAt, budget, calendars),
        ...rungLines(kind, budget, pack, receivedAt, calendars),
      ];
    }),
  ];
}

function budgetFor(kind: DutyKind, pack: Pack, grading: Grading, startedAt: Instant, calendars: Calendars): Budget {
  const { level, fastLane } = grading;
  const facts = {
    kind,
    level,
    fastLane,
    handedOver: false,
    startedAt,
    now: startedAt,
    respondDueAt: null,
    solveDueAt: null,
  };
  return budgetOf(facts, pack, calendars).budget;
}

function clockLine(kind: DutyKind, at: Instant, budget: Budget): Words {
  const named = DUTY_WORDS[kind];
  return say`  ${named}：最迟 ${at}（${budgetWords(budget)}）`.en`  ${named} by ${at} (${budgetWords(budget)})`;
}

/** Where the calendar's holidays are published no further, the clock says so, as the complaint's would. */
function beyondCoverage(receivedAt: Instant, budget: Budget, calendars: Calendars): Words[] {
  const { because } = dueAt(receivedAt, budget, calendars, []);
  const beyond = because.filter(({ rule }) => rule === 'calendar.beyond-coverage');
  return beyond.map((one) => say`    ${whyOf(one)}`.en`    ${whyOf(one)}`);
}

function rungLines(kind: DutyKind, budget: Budget, pack: Pack, startedAt: Instant, calendars: Calendars): Words[] {
  const clock = { kind, startedAt, budget, givenDate: null, pauses: [] };
  return firingsOf(clock, pack, calendars).flatMap(({ rung: code, firesAt }): Words[] => {
    const rung = pack.ladder.find((one) => one.code === code);
    if (rung === undefined) return [];
    const told = joined(rung.tells.map(addresseeWords), '、', ', ');
    return [say`    ${firesAt} ${code}：通知${told}`.en`    ${firesAt} ${code}: tells ${told}`];
  });
}
