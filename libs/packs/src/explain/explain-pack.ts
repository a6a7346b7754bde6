import {
  certainty,
  explain,
  gradeReceipt,
  holds,
  levelOf,
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
import { factWords } from '../words/fact.words.ts';
import { conditionWords } from '../words/condition.words.ts';
import { both, joined, say } from '../words/say.ts';
import { clockLines } from './clock.lines.ts';
import { onSiteLines } from './on-site.lines.ts';

/** What a pack makes of facts, and why, a sentence a line. */
export interface Explanation {
  readonly grading: Grading;
  readonly lines: readonly Words[];
}

/** Which rule decides level, class, serious and fast lane and why (INT-18..23), and the clocks that follow (PRC-20). */
export function explainPack(pack: Pack, facts: Facts, receivedAt: Instant, calendars: Calendars): Explanation {
  const grading = gradeReceipt(facts, pack);
  return {
    grading,
    lines: [
      ...levelLines(pack, facts, grading),
      ...classLines(pack, facts, grading),
      markLine({ zh: '重大投诉', en: 'serious' }, pack.grading.serious, facts),
      markLine({ zh: '快速通道', en: 'fast lane' }, pack.grading.fastLane, facts),
      ...onSiteLines(pack, facts),
      ...clockLines(pack, grading, receivedAt, calendars),
    ],
  };
}

function levelLines(pack: Pack, facts: Facts, grading: Grading): Words[] {
  const level = levelOf(pack, grading.level);
  const named = say`级别 ${level.code}（${level.title}）`.en`Level ${level.code} (${level.title})`;
  if (grading.fastLane)
    return [say`${named}：快速通道适用最高级别的时限`.en`${named}: on the fast lane the gravest level's clocks hold`];
  const rule = pack.grading.levels.find(({ when }) => holds(when, facts));
  if (rule === undefined)
    return [
      say`${named}：没有规则成立，取默认级别，待人工确认`
        .en`${named}: no rule holds, so the default stands until a person confirms it`,
      ...passedOver(pack.grading.levels, facts),
    ];
  const earlier = pack.grading.levels.slice(0, pack.grading.levels.indexOf(rule));
  const open = earlier.filter(({ when }) => certainty(when, facts) === null).map(({ code }) => both(`\`${code}\``));
  return [
    decidedBy(named, rule, facts),
    ...passedOver(earlier, facts),
    ...(open.length === 0
      ? []
      : [
          say`暂定：规则 ${joined(open, '、', ', ')} 还取决于未知的事实`
            .en`It is provisional: ${joined(open, '、', ', ')} may still hold when more is known`,
        ]),
  ];
}

function classLines(pack: Pack, facts: Facts, grading: Grading): Words[] {
  const its = pack.classes.find(({ code }) => code === grading.class);
  const named = say`类别 ${grading.class}（${its?.title ?? ''}）`.en`Class ${grading.class} (${its?.title ?? ''})`;
  const [code] = grading.because.filter(({ rule }) => rule === 'grading.class').map((one) => one.facts['decidedBy']);
  const rule = pack.grading.classes.find((one) => one.code === code);
  if (rule === undefined)
    return [say`${named}：没有规则成立，取最轻的一类`.en`${named}: no rule holds, so the mildest stands`];
  return [decidedBy(named, rule, facts)];
}

function decidedBy(named: Words, rule: GradingRule, facts: Facts): Words {
  const why = whyWords(explain(rule.when, facts).because, rule.when, facts);
  return say`${named}：由规则 \`${rule.code}\` 决定，因为${why}`
    .en`${named}: decided by the rule \`${rule.code}\`, since ${why}`;
}

/** The rules that stand before and did not hold. */
function passedOver(rules: readonly GradingRule[], facts: Facts): Words[] {
  return rules.map(({ code, when }) => {
    const why = whyWords(explain(when, facts).because, when, facts);
    return say`  规则 \`${code}\` 不成立：${why}`.en`  the rule \`${code}\` does not hold: ${why}`;
  });
}

function markLine(named: Words, condition: Condition, facts: Facts): Words {
  const { holds: does, because } = explain(condition, facts);
  const why = whyWords(because, condition, facts);
  if (!does)
    return say`${named}：否（条件：${conditionWords(condition)}）`
      .en`${named}: no (it would be: ${conditionWords(condition)})`;
  return say`${named}：是，因为${why}`.en`${named}: yes, since ${why}`;
}

/** `urgency is 3 (at least 3)`; what nobody asked of is said as a whole. */
function whyWords(because: readonly Because[], condition: Condition, facts: Facts): Words {
  if (because.length === 0)
    return say`${conditionWords(condition)}都适用`.en`it holds for ${conditionWords(condition)}`;
  return joined(
    because.map((one) => comparisonWords(one, facts)),
    '，',
    ', ',
  );
}

function comparisonWords({ rule, facts: asked }: Because, facts: Facts): Words {
  const name = String(asked['fact']);
  const [fact, value] = [factWords(name), facts[name] ?? null];
  const wanted = String(asked['wanted']);
  if (value === null) return say`${fact}未知`.en`${fact} is not known`;
  if (typeof value === 'boolean')
    return value ? say`${fact}：是`.en`${fact} is yes` : say`${fact}：否`.en`${fact} is no`;
  const is = String(value);
  if (rule === 'condition.at-least')
    return say`${fact}为 ${is}（标准：不低于 ${wanted}）`.en`${fact} is ${is} (asked: at least ${wanted})`;
  if (rule === 'condition.at-most')
    return say`${fact}为 ${is}（标准：不高于 ${wanted}）`.en`${fact} is ${is} (asked: at most ${wanted})`;
  if (rule === 'condition.known') return say`${fact}为 ${is}`.en`${fact} is ${is}`;
  return say`${fact}为 ${is}（标准：${wanted}）`.en`${fact} is ${is} (asked: ${wanted})`;
}
