import type { CaseState } from '../case/case-state.ts';
import { factsOf } from '../case/guidance.ts';
import { holds } from '../conditions/evaluate.ts';
import type { Budget, Pack } from '../pack/pack.ts';
import type { ExtensionRule, StatutoryDuty } from '../pack/statutory.ts';

/** What decides whether the law gives a duty. */
export interface StatutoryFacts {
  readonly state: Pick<CaseState, 'grade' | 'marks' | 'level' | 'kind'>;
  /** Categories of its matters. */
  readonly categories: readonly string[];
}

/** The duties that the law gives on this complaint (PRC-21): those whose level, kind and condition hold. */
export function statutoryDutiesOf(pack: Pack, { state, categories }: StatutoryFacts): StatutoryDuty[] {
  const facts = { ...factsOf(state), category: categories };
  const fits = (list: readonly string[], value: string) => list.length === 0 || list.includes(value);
  return (pack.statutory ?? []).filter(
    ({ levels, kinds, when }) => fits(levels, state.level) && fits(kinds, state.kind) && holds(when, facts),
  );
}

/** The duty of that code. Throws RangeError when the pack has none. */
export function statutoryDuty(pack: Pack, code: string | null): StatutoryDuty {
  const found = pack.statutory?.find((duty) => duty.code === code);
  if (found === undefined) throw new RangeError(`pack ${pack.code} has no statutory duty ${String(code)}`);
  return found;
}

/** The next way to more time: they may be asked for in their order. */
export function nextExtension<Rule extends Pick<ExtensionRule, 'code'>>(
  rules: readonly Rule[] | undefined,
  { extensions }: Pick<CaseState, 'extensions'>,
): Rule | undefined {
  return (rules ?? []).find(({ code }) => !(extensions?.granted ?? []).includes(code));
}

/** The last extension granted that concerns the clock; null when it has its own time. `of` is `solve` or a code. */
export function extensionFor(pack: Pack, granted: readonly string[], of: string): ExtensionRule | null {
  const rules = (pack.extensions ?? []).filter((rule) => granted.includes(rule.code) && rule.of.includes(of));
  return rules.at(-1) ?? null;
}

/** The budget of a clock with what has been granted to it. */
export function extended(pack: Pack, granted: readonly string[], of: string, usual: Budget): Budget {
  return extensionFor(pack, granted, of)?.within ?? usual;
}
