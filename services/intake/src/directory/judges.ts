import type { Tx } from '@redress/db';
import { authoritiesOf, costOf, covers, rankOf, type CaseState, type Pack, type RoleRule } from '@redress/policy';
import type { DirectoryRepository } from './directory.repository.ts';

/**
 * Who may judge the proposal that stands: the lowest authority that covers it and that round and seriousness ask for, of
 * the own department where somebody there has it; never its author, nor who is complained of (PRC-5, PRC-6).
 */
export async function judgesOf(
  tx: Tx,
  directory: DirectoryRepository,
  pack: Pack,
  state: CaseState,
): Promise<string[]> {
  const barred = [state.proposal?.author ?? '', ...state.concerned];
  for (const role of able(pack, state)) {
    const holders = await directory.holdersWithDepartment(tx, role.code);
    const free = holders.filter(({ id }) => !barred.includes(id));
    const own = free.filter(({ departmentId }) => departmentId === state.departmentId);
    const readsAll = free.filter(() => role.capabilities.includes('read-all'));
    const found = own.length > 0 ? own : readsAll;
    if (found.length > 0) return found.map(({ id }) => id);
  }
  return [];
}

/** The roles that may judge it, lowest authority first. */
function able(pack: Pack, state: CaseState): RoleRule[] {
  const { proposal, serious, authorityFloor } = state;
  if (proposal === null) return [];
  const authorities = authoritiesOf(pack.roles);
  const cost = costOf(state, proposal);
  const rank = (role: RoleRule) => rankOf([role.code], authorities);
  return pack.roles
    .filter((role) => role.capabilities.includes('approve') && covers(role.limits, cost))
    .filter((role) => !(serious && pack.approval.whenSerious) || role.capabilities.includes('lead'))
    .filter((role) => authorityFloor === 0 || rank(role) >= authorityFloor)
    .sort((a, b) => rank(a) - rank(b));
}
