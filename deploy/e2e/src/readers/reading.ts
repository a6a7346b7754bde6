/** What one reader says of one complaint; null where that reader cannot know. */
export interface Reading {
  readonly id: string;
  readonly stage: string;
  readonly sequence: number;
  /** Rungs and warnings fired, `duty/rung`, in order of their name. */
  readonly rungs: readonly string[] | null;
  /** Messages to the customer, `step/purpose`. */
  readonly messages: readonly string[] | null;
  /** Sequences that are missing, or there twice. */
  readonly gaps: readonly number[] | null;
}

/** All that a reader has found, by complaint id. Two readings of one id are a doubled complaint. */
export interface ReaderReport {
  readonly reader: string;
  readonly readings: readonly Reading[];
}
