import type { Capability } from './capability.ts';

/** Authority limits in the pack's currency; null is without limit, 0 is none (PRC-5). */
export interface Limits {
  readonly compensation: number | null;
  readonly goodwill: number | null;
}

/** Who acts: stamped on the command row at the door, from the verified token. Never a name. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'customer' | 'system';
  readonly roles: readonly string[];
  readonly capabilities: readonly Capability[];
  readonly departmentId: string | null;
  /** Limits of the roles, lowered by the person's own; null when the actor has none to spend. */
  readonly limits: Limits | null;
}
