/** What one reader says of one complaint; null where that reader cannot know. */
export interface Reading {
  readonly id: string;
  readonly stage: string | null;
  readonly sequence: number | null;
  /** Rungs and warnings fired, `duty/rung`, in order of their name. */
  readonly rungs: readonly string[] | null;
  /** How many messages the customer was sent. */
  readonly messages: number | null;
  /** Sequences that are missing, or there twice. */
  readonly gaps: readonly number[] | null;
}

/** All that a reader has found, by complaint id. Two readings of one id are a doubled complaint. */
export interface ReaderReport {
  readonly reader: string;
  readonly readings: readonly Reading[];
}
