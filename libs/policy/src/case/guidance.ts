import { holds } from '../conditions/evaluate.ts';
import type { Facts } from '../conditions/condition.ts';
import type { Pack, Strategy } from '../pack/pack.ts';
import type { Words } from '../words.ts';
import type { CaseState } from './case-state.ts';
import { FACT_OF_MARK } from './terms.ts';

type Advised = Pick<
  CaseState,
  'stage' | 'grade' | 'marks' | 'level' | 'class' | 'kind' | 'serious' | 'fastLane' | 'round'
>;

/** The pack's advice to the person who is about to act on the complaint as it stands (PRC-34). */
export function guidanceOf(pack: Pack, state: Advised, categories: readonly string[]): Words[] {
  const facts = caseFacts(state, categories);
  return pack.guidance
    .filter(({ stages, when }) => stages.includes(state.stage) && holds(when, facts))
    .map(({ text }) => text);
}

/** What everybody but the spokesperson says while it stands so; null where the pack prepares nothing (PRC-26). */
export function preparedLineOf(pack: Pack, state: Advised, categories: readonly string[]): Words | null {
  const facts = caseFacts(state, categories);
  return pack.preparedLines.find(({ when }) => holds(when, facts))?.text ?? null;
}

/** How the categories complained of are handled, one each (INT-24). */
export function strategiesOf(pack: Pack, categories: readonly string[]): { category: string; strategy: Strategy }[] {
  return [...new Set(categories)].flatMap((category) => {
    const strategy = pack.categories.find(({ code }) => code === category)?.strategy ?? null;
    return strategy === null ? [] : [{ category, strategy }];
  });
}

/** What a complaint says to a condition of guidance. */
export function caseFacts(state: Advised, categories: readonly string[]): Facts {
  const { level, kind, serious, fastLane, round, marks } = state;
  return {
    ...factsOf(state),
    ...{ level, class: state.class, kind, serious, fastLane, round, category: categories },
    extortion: marks.includes('extortion'),
    unreasonableDemands: marks.includes('unreasonable-demands'),
  };
}

/** What the marks and the grade of a complaint say to a condition. */
export function factsOf({ grade, marks }: Pick<CaseState, 'grade' | 'marks'>): Facts {
  const marked = marks.flatMap((mark) => {
    const fact = FACT_OF_MARK[mark];
    return fact === null ? [] : [[fact, true]];
  });
  return { ...Object.fromEntries(marked), agitation: grade };
}
