import {
  certainty,
  explain,
  gradeReceipt,
  holds,
  levelOf,
  whyOf,
  type Because,
  type Calendars,
  type Condition,
  type Facts,
  type Grading,
  type GradingRule,
  type Instant,
  type Pack,
  type Words,
} from '@redress/policy';
import { conditionWords } from '../words/condition.words.ts';
import { joined, say } from '../words/say.ts';
import { clockLines } from './clock.lines.ts';
import { onSiteLines } from './on-site.lines.ts';

/** What a pack makes of facts, and why, a sentence a line. */
export interface Explanation {
  readonly grading: Grading;
  readonly lines: readonly Words[];
}

/**
 * Which rule decides level, class, serious and fast lane and why (INT-18..23), and the clocks that follow (PRC-20): the
 * reasons that a complaint with these facts would show, and the rules that stood before.
 */
export function explainPack(pack: Pack, facts: Facts, receivedAt: Instant, calendars: Calendars): Explanation {
  const grading = gradeReceipt(facts, pack);
  const [ofLevel = [], ofClass = [], ofSerious = [], ofFastLane = []] = partsOf(grading.because);
  const [level, its] = [levelOf(pack, grading.level), pack.classes.find(({ code }) => code === grading.class)];
  return {
    grading,
    lines: [
      say`级别 ${level.code}（${level.title}）：${reasons(ofLevel, facts)}`
        .en`Level ${level.code} (${level.title}): ${reasons(ofLevel, facts)}`,
      ...passedOver(pack, facts, grading),
      say`类别 ${grading.class}（${its?.title ?? ''}）：${reasons(ofClass, facts)}`
        .en`Class ${grading.class} (${its?.title ?? ''}): ${reasons(ofClass, facts)}`,
      markLine(grading.serious, reasons(ofSerious, facts), pack.grading.serious),
      markLine(grading.fastLane, reasons(ofFastLane, facts), pack.grading.fastLane),
      ...onSiteLines(pack, facts),
      ...clockLines(pack, grading, receivedAt, calendars),
    ],
  };
}

/** Level, class, serious, fast lane: each begins with its rule, and the comparisons that decided it follow. */
function partsOf(because: readonly Because[]): Because[][] {
  const parts: Because[][] = [];
  for (const one of because)
    if (one.rule.startsWith('grading.')) parts.push([one]);
    else parts.at(-1)?.push(one);
  return parts;
}

/** The same sentences that the complaint shows (PRC-30). */
function reasons(because: readonly Because[], facts: Facts): Words {
  return joined(
    because.map((one) => whyOf(one, facts)),
    '',
    ' ',
  );
}

/** The rules that stand before and did not hold, and which of them might when more is known. */
function passedOver(pack: Pack, facts: Facts, { fastLane }: Grading): Words[] {
  if (fastLane) return [];
  const { levels } = pack.grading;
  const decides = levels.findIndex(({ when }) => holds(when, facts));
  const before = decides < 0 ? levels : levels.slice(0, decides);
  const open = before.filter(({ when }) => certainty(when, facts) === null).map(({ code }) => code);
  const provisional = { rule: 'grading.open', facts: { open: open.join(', ') } };
  return [
    ...before.map((rule) => indented(reasons(failing(rule, facts), facts))),
    ...(decides < 0 || open.length === 0 ? [] : [indented(whyOf(provisional))]),
  ];
}

function failing({ code, when }: GradingRule, facts: Facts): Because[] {
  return [{ rule: 'grading.passed-over', facts: { passedOver: code } }, ...explain(when, facts).because];
}

function indented(words: Words): Words {
  return say`  ${words}`.en`  ${words}`;
}

/** What would make it so is said where it is not. */
function markLine(does: boolean, why: Words, condition: Condition): Words {
  return does
    ? why
    : say`${why}（条件：${conditionWords(condition)}）`.en`${why} (It would be: ${conditionWords(condition)}.)`;
}
