import type { Facts } from '../conditions/condition.ts';
import { certainty, explain, holds } from '../conditions/evaluate.ts';
import type { ClassRule, GradingRule, LevelRule, Pack } from '../pack/pack.ts';
import type { Because } from '../words.ts';

/** What grading says of a complaint: codes of the pack, and why. */
export interface Grading {
  readonly level: string;
  /** No figure has settled the level yet; a person confirms it (INT-19). */
  readonly provisional: boolean;
  readonly class: string;
  readonly serious: boolean;
  readonly fastLane: boolean;
  readonly because: readonly Because[];
}

interface Choice {
  readonly code: string;
  readonly because: readonly Because[];
}

interface LevelChoice extends Choice {
  readonly provisional: boolean;
}

/**
 * Grades what is known at the door (INT-18..21, INT-23). The first rule whose condition holds decides; where none does,
 * the pack's default level stands, marked provisional. It is provisional too while an unknown figure could still make
 * an earlier rule hold. On the fast lane the gravest level and the highest class that any rule gives win.
 */
export function gradeReceipt(facts: Facts, pack: Pack): Grading {
  const fast = explain(pack.grading.fastLane, facts);
  const serious = explain(pack.grading.serious, facts);
  const level = fast.holds ? gravestLevel(pack) : levelBy(facts, pack);
  const itsClass = fast.holds ? strictestClass(facts, pack) : classBy(facts, pack);
  return {
    level: level.code,
    provisional: level.provisional,
    class: itsClass.code,
    serious: serious.holds,
    fastLane: fast.holds,
    because: [
      ...level.because,
      ...itsClass.because,
      ...marked('grading.serious', serious),
      ...marked('grading.fast-lane', fast),
    ],
  };
}

/** The rule of that level. Throws RangeError for a code that the pack does not know. */
export function levelOf(pack: Pack, code: string): LevelRule {
  const found = pack.levels.find((level) => level.code === code);
  if (!found) throw new RangeError(`pack ${pack.code} has no level ${code}`);
  return found;
}

/** The rule of that class. Throws RangeError for a code that the pack does not know. */
export function classOf(pack: Pack, code: string): ClassRule {
  const found = pack.classes.find((one) => one.code === code);
  if (!found) throw new RangeError(`pack ${pack.code} has no class ${code}`);
  return found;
}

/** The level whose clocks a complaint on the fast lane gets (INT-23). */
function gravestLevel(pack: Pack): LevelChoice {
  const gravest = pack.levels.reduce((a, b) => (b.rank < a.rank ? b : a));
  return {
    code: gravest.code,
    provisional: false,
    because: [{ rule: 'grading.level.fast-lane', facts: { level: gravest.code, rank: gravest.rank } }],
  };
}

function levelBy(facts: Facts, pack: Pack): LevelChoice {
  const rules = pack.grading.levels;
  const decides = rules.findIndex((rule) => holds(rule.when, facts));
  const rule = rules[decides];
  if (!rule) {
    const level = pack.grading.defaultLevel;
    return { code: level, provisional: true, because: [{ rule: 'grading.level.default', facts: { level } }] };
  }
  const provisional = rules.slice(0, decides).some((earlier) => certainty(earlier.when, facts) === null);
  return { code: rule.gives, provisional, because: becauseOf('grading.level', rule, facts) };
}

function classBy(facts: Facts, pack: Pack): Choice {
  const rule = pack.grading.classes.find((one) => holds(one.when, facts));
  return rule ? classChosen(rule, facts) : mildestClass(pack);
}

function strictestClass(facts: Facts, pack: Pack): Choice {
  const rank = (rule: GradingRule) => classOf(pack, rule.gives).rank;
  const [strictest] = pack.grading.classes.filter((one) => holds(one.when, facts)).sort((a, b) => rank(b) - rank(a));
  return strictest ? classChosen(strictest, facts) : mildestClass(pack);
}

function classChosen(rule: GradingRule, facts: Facts): Choice {
  return { code: rule.gives, because: becauseOf('grading.class', rule, facts) };
}

/** Nothing speaks for more: a first complaint. */
function mildestClass(pack: Pack): Choice {
  const mildest = pack.classes.reduce((a, b) => (b.rank < a.rank ? b : a));
  return { code: mildest.code, because: [{ rule: 'grading.class.mildest', facts: { class: mildest.code } }] };
}

function becauseOf(what: string, rule: GradingRule, facts: Facts): Because[] {
  const named = { rule: what, facts: { decidedBy: rule.code, gives: rule.gives } };
  return [named, ...explain(rule.when, facts).because];
}

function marked(rule: string, answer: { holds: boolean; because: Because[] }): Because[] {
  return answer.holds ? [{ rule, facts: { holds: true } }, ...answer.because] : [{ rule, facts: { holds: false } }];
}
