import type { DutyKind, EntryCode, MessagePurpose, Stage } from '@redress/policy';

/** What an expectation says, parsed. */
export type ExpectationSays =
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** A rung of the ladder; null for a warning. `duty` is null where no clock stands behind it. */
  | { readonly kind: 'rung'; readonly rung: string | null; readonly duty: DutyKind | null }
  | { readonly kind: 'told'; readonly who: readonly string[]; readonly code: string }
  | { readonly kind: 'message'; readonly purpose: MessagePurpose }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'verdict'; readonly duty: DutyKind; readonly verdict: 'in-time' | 'late' | 'dropped' }
  | { readonly kind: 'noted'; readonly code: EntryCode }
  | { readonly kind: 'is'; readonly field: string; readonly value: string }
  | { readonly kind: 'due'; readonly duty: DutyKind; readonly atMs: number };

/** One thing that must be seen, as the story says it, and the requirements that it shows. */
export interface Expectation {
  readonly line: number;
  /** The words of the story, without the ids. */
  readonly text: string;
  readonly ids: readonly string[];
  readonly says: ExpectationSays;
}

/** What a complaint is asked by `<field> is <value>`. */
export const ASKED_FIELDS = [
  'owner',
  'backup',
  'level',
  'class',
  'round',
  'serious',
  'department',
  'closing',
  'stage',
] as const;
