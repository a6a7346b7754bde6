/** Two figures: as it was, and as it would have been. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** How the clocks of a kind went. */
export interface ClockFigures {
  readonly kind: string;
  readonly inTime: Pair;
  readonly late: Pair;
  readonly running: Pair;
}

/** A complaint for which something would have been different. */
export interface ChangedComplaint {
  readonly number: string;
  readonly level: { readonly before: string; readonly after: string };
  readonly late: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly rungs: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** What would have been different under another pack. */
export interface TrialReport {
  readonly complaints: number;
  readonly levels: readonly { readonly level: string; readonly complaints: Pair }[];
  readonly serious: Pair;
  readonly fastLane: Pair;
  readonly clocks: readonly ClockFigures[];
  /** How often each rung fired. */
  readonly rungs: readonly { readonly rung: string; readonly fired: Pair }[];
  /** An estimate: each place told counts as one notice; news as often as they would have come round. */
  readonly work: {
    readonly notices: Pair;
    readonly newsToCustomers: Pair;
    readonly leadersApprovals: Pair;
  };
  readonly changed: readonly ChangedComplaint[];
}
