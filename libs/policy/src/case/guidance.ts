import { holds } from '../conditions/evaluate.ts';
import type { Facts } from '../conditions/condition.ts';
import type { Pack } from '../pack/pack.ts';
import type { Words } from '../words.ts';
import type { CaseState } from './case-state.ts';
import { FACT_OF_MARK } from './terms.ts';

/** The pack's advice to the person who is about to act on the complaint as it stands (PRC-34). */
export function guidanceOf(pack: Pack, state: Pick<CaseState, 'stage' | 'grade' | 'marks'>): Words[] {
  const facts = factsOf(state);
  return pack.guidance
    .filter(({ stages, when }) => stages.includes(state.stage) && holds(when, facts))
    .map(({ text }) => text);
}

/** What the marks and the grade of a complaint say to a condition. */
export function factsOf({ grade, marks }: Pick<CaseState, 'grade' | 'marks'>): Facts {
  const marked = marks.flatMap((mark) => {
    const fact = FACT_OF_MARK[mark];
    return fact === null ? [] : [[fact, true]];
  });
  return { ...Object.fromEntries(marked), agitation: grade };
}
