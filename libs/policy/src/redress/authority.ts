import type { Actor } from '../actor.ts';
import type { Terms } from '../case/terms.ts';
import type { RoleRule } from '../pack/pack.ts';

/** The roles of one authority: they decide up to the same amount. */
export type Authority = readonly string[];

/** The authorities of a pack, lowest first: roles that decide money, by how much they decide alone (PRC-5, PRC-6a). */
export function authoritiesOf(roles: readonly Pick<RoleRule, 'code' | 'limits'>[]): readonly Authority[] {
  const amounts = [...new Set(roles.map((role) => role.limits.compensation))].filter((amount) => amount !== 0);
  return amounts
    .sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
    .map((amount) => roles.filter((role) => role.limits.compensation === amount).map((role) => role.code));
}

/** The place of the highest authority that somebody with these roles has; -1 for none. */
export function rankOf(roles: readonly string[], authorities: readonly Authority[]): number {
  return authorities.findLastIndex((authority) => authority.some((role) => roles.includes(role)));
}

/** The rank that must decide in a round: the pack's role for later rounds, and higher than who decided before (PRC-10). */
export function authorityOfRound(
  round: number,
  decidedRank: number,
  { authorities, laterRoundsUnder, lift }: Pick<Terms, 'authorities' | 'laterRoundsUnder' | 'lift'>,
): number {
  if (round === 1) return 0;
  const role = lift !== undefined && round >= lift.fromRound ? lift.to : laterRoundsUnder;
  const under = role === null ? 0 : rankOf([role], authorities);
  return Math.min(Math.max(under, decidedRank + 1, 0), authorities.length - 1);
}

/** Nobody in the pack stands higher: what they decide stands without approval (PRC-6). */
export function isHighest(actor: Pick<Actor, 'roles'>, authorities: readonly Authority[]): boolean {
  return authorities.length > 0 && rankOf(actor.roles, authorities) === authorities.length - 1;
}
