import type { CommandName, DutyKind, EntryCode, MessagePurpose, Stage } from '@redress/policy';
import type { Asked } from './asked.ts';

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
  | { readonly kind: 'due'; readonly duty: DutyKind; readonly atMs: number }
  | Sight;

/** Who looks: `register` is shown everything, `customer` the own page, anybody else what that person is shown. */
type Looking = { readonly who: string };

/** What somebody is shown who looks when the line has been played. */
export type Sight =
  | (Looking & { readonly kind: 'sees'; readonly asked: Asked })
  /** Nothing of the complaint is shown. */
  | (Looking & { readonly kind: 'sees-nothing' })
  /** May take a step now; else why not. */
  | (Looking & { readonly kind: 'may'; readonly command: CommandName; readonly refusal: string | null })
  /** A search for the words leads to the complaint, or does not. */
  | (Looking & { readonly kind: 'finds'; readonly words: string; readonly found: boolean })
  /** The look of somebody at the complaint is in the book of looks. */
  | (Looking & { readonly kind: 'look-recorded' })
  /** The message that was sent at the instant says this. */
  | { readonly kind: 'wording'; readonly purpose: MessagePurpose; readonly words: string }
  /** The line of the timeline at the instant has this. */
  | { readonly kind: 'entry'; readonly code: EntryCode; readonly asked: Asked }
  /** No such line of the timeline has come at the instant. */
  | { readonly kind: 'not-noted'; readonly code: EntryCode };

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

const SIGHTS: readonly string[] = [
  ...(['sees', 'sees-nothing', 'may', 'finds', 'look-recorded', 'wording', 'entry', 'not-noted'] as const),
] satisfies readonly Sight['kind'][];

/** True for what is seen only by looking at something beside the state and its clocks. */
export function isSight(says: ExpectationSays): says is Sight {
  return SIGHTS.includes(says.kind);
}
