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

/** Who proposes, and which authority has to decide at least. */
export interface Author {
  readonly limits: Limits;
  readonly leads: boolean;
  readonly rank: number;
  /** The pack names nobody above the author. */
  readonly highest: boolean;
}

/**
 * Asks the pack: always, above the author's limit, when serious, below the authority that the round or a refused offer
 * asks for. Every reason that applies is given. The highest authority decides without approval (PRC-6).
 */
export function approvalDue(
  proposal: Cost,
  author: Author,
  pack: { readonly approval: Pick<Pack['approval'], 'due' | 'whenSerious'> },
  facts: { readonly serious: boolean; readonly authorityFloor: number },
): Approval {
  if (author.highest)
    return { due: false, leader: false, because: [{ rule: 'approval.highest-authority', facts: {} }] };
  const leader = facts.serious && pack.approval.whenSerious && !author.leads;
  const because: Because[] = [];
  if (pack.approval.due === 'always') because.push({ rule: 'approval.always', facts: {} });
  if (exceeds(proposal.compensation, author.limits.compensation)) {
    because.push(aboveLimit('compensation', proposal.compensation, author.limits.compensation));
  }
  if (exceeds(proposal.goodwill, author.limits.goodwill)) {
    because.push(aboveLimit('goodwill', proposal.goodwill, author.limits.goodwill));
  }
  if (leader) because.push({ rule: 'approval.serious', facts: { serious: true } });
  if (author.rank < facts.authorityFloor) {
    because.push({ rule: 'approval.higher-authority', facts: { rank: author.rank, floor: facts.authorityFloor } });
  }
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
