import { rankOf, toMembers, type Actor, type CaseState, type Terms } from '@redress/policy';
import { entering } from './task.step.ts';
import { entry, stageAfter, step, type StepParts, type Verdict } from './step.ts';

/** Something of it is right: only then there is something to offer (PRC-5). */
export function upheldInPart(state: Pick<CaseState, 'findings'>): boolean {
  return Object.values(state.findings).some((finding) => finding.upheld);
}

/**
 * The proposal stands: it is put to the customer; where nothing was upheld there is nothing to offer and the answer is
 * told, as declined (PRC-5, PRC-6). `decidedBy` is whose authority it was.
 */
export function decided(
  state: CaseState,
  terms: Terms,
  decidedBy: Actor,
  approved: boolean,
  { entries = [], ...more }: { entries?: Parameters<typeof step>[1] } & StepParts = {},
): Verdict {
  const proposal = state.proposal;
  const compensation = Math.max(0, ...(proposal?.options ?? []).map((option) => option.compensation));
  const told = entry('decided', { compensation, goodwill: proposal?.goodwill ?? 0, by: decidedBy.id, approved });
  const decidedRank = Math.max(rankOf(decidedBy.roles, terms.authorities), state.authorityFloor);
  const next = upheldInPart(state) ? stageAfter('approving', terms) : 'informing';
  const enters = entering(state, next);
  const approvedBy = approved ? decidedBy.id : null;
  return step({ proposal, approvedBy, decidedRank, ...enters.changes }, [...entries, told, ...enters.entries], {
    ...more,
    duties: [...(more.duties ?? []), ...enters.duties],
    others: [...(more.others ?? []), ...toMembers({ ...state, approvedBy, decidedRank })],
  });
}
