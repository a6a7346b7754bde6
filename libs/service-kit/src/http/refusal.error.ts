import type { Because } from '@redress/policy';

/** Ids, codes, instants and figures that say why. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** An expected no, as data. */
export interface Refusal {
  readonly code: string;
  readonly facts?: RefusalFacts;
  readonly because?: readonly Because[];
}

/** A refusal on its way to the caller: problem+json with this status. */
export class RefusalError extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.code);
  }
}
