import type { Pack } from '../pack/pack.ts';
import type { Stage } from '../stage.ts';
import type { CaseState } from './case-state.ts';

/**
 * A pack resolved for one complaint: the few numbers and flags its process needs. It lives in the workflow's state and
 * the case row and is resolved again whenever pack or grading changes. At most 2 kB.
 */
export interface Terms {
  readonly packHash: string;
  readonly stagesLeftOut: readonly Stage[];
  readonly mostRounds: number;
  readonly approvalDue: Pack['approval']['due'];
  readonly approvalWhenSerious: boolean;
  readonly settledByReply: boolean;
}

/** The terms of a complaint of this level under this pack. Throws RangeError when the pack has no such level. */
export function resolveTerms(pack: Pack, packHash: string, state: Pick<CaseState, 'level'>): Terms {
  const level = pack.levels.find((rule) => rule.code === state.level);
  if (level === undefined) throw new RangeError(`the pack has no level ${state.level}`);
  return {
    packHash,
    stagesLeftOut: pack.stagesLeftOut,
    mostRounds: pack.rounds.most,
    approvalDue: pack.approval.due,
    approvalWhenSerious: pack.approval.whenSerious,
    settledByReply: level.settledByReply,
  };
}
