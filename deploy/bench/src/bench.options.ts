/** How large a run of the bench is. */
export interface BenchSize {
  readonly rounds: number;
  /** How long a rate is measured. */
  readonly seconds: number;
  /** How long a backlog must stay flat. */
  readonly flatSeconds: number;
  /** Complaints of a round that are carried or lived through. */
  readonly lives: number;
  /** Single measurements of a delay. */
  readonly samples: number;
  /** Sleeping complaints: few, and many. */
  readonly sleepers: readonly [number, number];
  /** Rows of the register: few, and many. */
  readonly listed: readonly [number, number];
}

export const WHOLE: BenchSize = {
  rounds: 3,
  seconds: 30,
  flatSeconds: 60,
  lives: 300,
  samples: 60,
  sleepers: [1_000, 20_000],
  listed: [1_000, 100_000],
};

/** Shows that everything can be measured, and no more. */
export const SMALL: BenchSize = {
  rounds: 1,
  seconds: 3,
  flatSeconds: 5,
  lives: 30,
  samples: 10,
  sleepers: [20, 60],
  listed: [100, 1_000],
};

/** As many as wait for an answer at once. */
export const CONNECTIONS = 32;

/** What every room of figures is given. */
export interface BenchRun {
  readonly size: BenchSize;
  readonly say: (line: string) => void;
}
