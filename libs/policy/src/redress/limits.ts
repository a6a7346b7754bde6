import type { Limits } from '../actor.ts';
import type { Pack, RoleRule } from '../pack/pack.ts';
import type { Because } from '../words.ts';

/** What a proposal costs, in the pack's currency; interim compensation already paid counts in (PRC-5, PRC-7). */
export interface Cost {
  readonly compensation: number;
  readonly goodwill: number;
}

/**
 * What somebody with these roles decides alone: the greatest limit that any role gives, lowered by the person's own
 * where that is less (PRC-5). Null is without limit; a personal null lowers nothing; a role the pack does not know
 * gives nothing.
 */
export function limitOf(
  roles: readonly string[],
  pack: { readonly roles: readonly Pick<RoleRule, 'code' | 'limits'>[] },
  personalLimit: Partial<Limits> | null,
): Limits {
  const given = pack.roles.filter((role) => roles.includes(role.code)).map((role) => role.limits);
  const none: Limits = { compensation: 0, goodwill: 0 };
  const byRole = given.reduce(
    (a, b) => ({
      compensation: greater(a.compensation, b.compensation),
      goodwill: greater(a.goodwill, b.goodwill),
    }),
    none,
  );
  return {
    compensation: lesser(byRole.compensation, personalLimit?.compensation ?? null),
    goodwill: lesser(byRole.goodwill, personalLimit?.goodwill ?? null),
  };
}

/** Whether somebody with these limits may decide a proposal of that cost alone; exactly at the limit they may. */
export function covers(limits: Limits, cost: Cost): boolean {
  return !exceeds(cost.compensation, limits.compensation) && !exceeds(cost.goodwill, limits.goodwill);
}

/** Whether the proposal needs somebody else's approval, whether a leader's, and why (PRC-5, PRC-6, INT-21). */
export interface Approval {
  readonly due: boolean;
  /** Approval is due as that of a leader, because the complaint is serious. */
  readonly leader: boolean;
  readonly because: readonly Because[];
}

/** Asks the pack: always, above the author's limit, when serious. Every reason that applies is given. */
export function approvalDue(
  proposal: Cost,
  authorLimits: Limits,
  pack: Pick<Pack, 'approval'>,
  serious: boolean,
): Approval {
  const leader = serious && pack.approval.whenSerious;
  const because: Because[] = [];
  if (pack.approval.due === 'always') because.push({ rule: 'approval.always', facts: {} });
  if (exceeds(proposal.compensation, authorLimits.compensation)) {
    because.push(aboveLimit('compensation', proposal.compensation, authorLimits.compensation));
  }
  if (exceeds(proposal.goodwill, authorLimits.goodwill)) {
    because.push(aboveLimit('goodwill', proposal.goodwill, authorLimits.goodwill));
  }
  if (leader) because.push({ rule: 'approval.serious', facts: { serious } });
  const due = because.length > 0;
  return { due, leader, because: due ? because : [{ rule: 'approval.within-limit', facts: { ...proposal } }] };
}

function exceeds(amount: number, limit: number | null): boolean {
  return limit !== null && amount > limit;
}

function greater(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

function lesser(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

function aboveLimit(kind: string, amount: number, limit: number | null): Because {
  return { rule: 'approval.above-limit', facts: { kind, amount, limit } };
}
