import { canonicalJson } from '../canonical.ts';
import { holds, type Facts, type GradingRule, type Pack } from '@redress/policy';
import { factsInWords, gridOf, isSettled } from './fact.grid.ts';
import { error, warning, type Remark } from './finding.ts';

/** One list of rules, of which the first that holds decides. */
interface RuleList {
  readonly what: 'level' | 'class';
  readonly path: readonly [string, 'levels' | 'classes'];
  readonly rules: readonly GradingRule[];
  /** Whether the result of the second is graver than that of the first. */
  readonly isGraver: (first: string, second: string) => boolean;
  /** Given without any rule. */
  readonly given: readonly string[];
  readonly all: readonly string[];
}

/** Rules that never decide, facts that nothing decides, results that nothing gives (INT-19, INT-20). */
export function gradingRemarks(pack: Pack): Remark[] {
  return [levelRules(pack), classRules(pack)].flatMap((list) => {
    const grid = gridOf(list.rules.map(({ when }) => when));
    if (grid === null) return [warning(list.path, `asks of too many facts to try every combination; split the rules`)];
    return [...ruleRemarks(list, grid), ...gapRemarks(list, grid, pack), ...overlaps(list, grid), ...never(list, grid)];
  });
}

function levelRules({ grading, levels }: Pack): RuleList {
  const rank = (code: string) => levels.find((one) => one.code === code)?.rank ?? 0;
  const [gravest] = [...levels].sort((a, b) => a.rank - b.rank);
  return {
    what: 'level',
    path: ['grading', 'levels'],
    rules: grading.levels,
    isGraver: (first, second) => rank(second) < rank(first),
    given: [grading.defaultLevel, gravest?.code ?? ''],
    all: levels.map(({ code }) => code),
  };
}

function classRules({ grading, classes }: Pack): RuleList {
  const rank = (code: string) => classes.find((one) => one.code === code)?.rank ?? 0;
  const [mildest] = [...classes].sort((a, b) => a.rank - b.rank);
  return {
    what: 'class',
    path: ['grading', 'classes'],
    rules: grading.classes,
    isGraver: (first, second) => rank(second) > rank(first),
    given: [mildest?.code ?? ''],
    all: classes.map(({ code }) => code),
  };
}

function ruleRemarks({ rules, path }: RuleList, grid: readonly Facts[]): Remark[] {
  return rules.flatMap((rule, index): Remark[] => {
    const earlier = rules.slice(0, index);
    const at = [...path, index];
    const twin = earlier.find(({ when }) => canonicalJson(when) === canonicalJson(rule.when));
    if (twin !== undefined && twin.gives !== rule.gives) {
      const said = `\`${rule.code}\` has the condition of \`${twin.code}\`, which gives ${twin.gives}, and gives ${rule.gives}`;
      return [error([...at, 'when'], `${said}; leave one out, or tell them apart`)];
    }
    const points = grid.filter((point) => holds(rule.when, point));
    if (points.length === 0) {
      return [warning([...at, 'when'], `\`${rule.code}\` can never hold; its parts contradict each other`)];
    }
    const before = points.map((point) => earlier.find(({ when }) => holds(when, point))?.code ?? null);
    if (before.includes(null)) return [];
    const names = [...new Set(before)].map((code) => `\`${code}\``).join(', ');
    return [
      warning(at, `\`${rule.code}\` never decides: ${names} before it always does; put it before or leave it out`),
    ];
  });
}

/** Facts of which all figures are known, and no rule holds. */
function gapRemarks({ what, rules, path }: RuleList, grid: readonly Facts[], pack: Pack): Remark[] {
  const gap = grid.find((point) => isSettled(point) && !rules.some(({ when }) => holds(when, point)));
  if (gap === undefined || what === 'class') return [];
  const said = `no rule decides where ${factsInWords(gap)}: the default level ${pack.grading.defaultLevel} stands there, unconfirmed`;
  return [warning(path, `${said}; write a rule for it, with \`when: { all: [] }\` for everything else`)];
}

/** An earlier rule that takes a graver result away from a later one; one example of a rule is enough. */
function overlaps({ rules, path, isGraver }: RuleList, grid: readonly Facts[]): Remark[] {
  return rules.flatMap((rule, index): Remark[] => {
    const decides = (point: Facts) => rules.find(({ when }) => holds(when, point)) ?? rule;
    const both = grid.find((point) => holds(rule.when, point) && isGraver(decides(point).gives, rule.gives));
    const before = both === undefined ? rule : decides(both);
    // A rule that never decides has been told of already.
    if (both === undefined || !grid.some((point) => decides(point) === rule && holds(rule.when, point))) return [];
    const said = `\`${before.code}\` and \`${rule.code}\` both hold where ${factsInWords(both)}`;
    const right = `put \`${rule.code}\` first if the graver one is meant`;
    return [warning([...path, index], `${said}; ${before.gives} is given, not ${rule.gives}: ${right}`)];
  });
}

function never({ what, rules, path, given, all }: RuleList, grid: readonly Facts[]): Remark[] {
  const results = new Set(grid.map((point) => rules.find(({ when }) => holds(when, point))?.gives));
  return all.flatMap((code, index): Remark[] => {
    if (results.has(code) || given.includes(code)) return [];
    const message = `no rule ever gives ${what} ${code}; write one, or leave the ${what} out`;
    return [warning([path[1], index, 'code'], message)];
  });
}
