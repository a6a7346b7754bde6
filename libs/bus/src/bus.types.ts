import type { CloudEvent, Sender } from '@redress/db';

/** Where the bus writes what happens to it; a pino logger fits. Fields hold names, ids and codes only. */
export interface BusLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface BusOptions {
  readonly brokers: readonly string[];
  /** Put before every topic and group, so that installations can share a cluster. */
  readonly topicPrefix: string;
  readonly clientId: string;
  readonly log: BusLog;
}

/** A topic as its producing service makes it; the partition count never changes afterwards. */
export interface Topic {
  readonly name: string;
  readonly partitions: number;
  /** Only the latest event of each key is kept. */
  readonly compacted?: boolean;
}

/** One event on its way out. `event: null` removes the key from a compacted topic. */
export interface Publication {
  readonly topic: string;
  readonly key: string;
  readonly event: CloudEvent | null;
}

/** The schema of an event's data: a zod schema fits. */
export interface DataSchema {
  safeParse(data: unknown):
    | { readonly success: true; readonly data: unknown }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[];
        };
      };
}

/** Where an event stood. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
}

/** An event that nobody can take, and why, as codes. */
export interface Poison extends Position {
  readonly group: string;
  readonly reason: string;
}

export interface ConsumeOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /** Schema of the data of an event type; types without one are passed over. */
  schemaOf(type: string): DataSchema | undefined;
  /** The effect. Called again after a crash or an outage: takes each event id once, in the transaction of the effect (takeOnce). */
  handle(event: CloudEvent, at: Position): Promise<void>;
  /** A key of a compacted topic was removed. */
  handleTombstone?(at: Position): Promise<void>;
  /** Told after the event was put aside in the dead letters. */
  onPoison?(poison: Poison): void;
  /** True for faults that pass by themselves (a database that is away): tried again without limit. */
  isTransient?(fault: unknown): boolean;
}

/** A consumer at work. */
export interface Consumption {
  /** Machine time of the last answered fetch, null before the first. */
  lastFetchAt(): number | null;
  /** Readiness: null when it fetched lately, else a code. */
  health(): string | null;
  /** Events that the group has not taken yet. Throws while Kafka is away. */
  lag(): Promise<number>;
  stop(): Promise<void>;
}

/** What lies at one position of a topic. */
export interface StoredRecord extends Position {
  /** Null for a tombstone, and for what is no event (then `problem` says why). */
  readonly event: CloudEvent | null;
  readonly problem: string | null;
  readonly value: Buffer | null;
}

/** A group and what it reads. */
export interface Following {
  readonly group: string;
  readonly topics: readonly string[];
}

/** Kafka as this product uses it. */
export interface Bus {
  /** Makes the topics that are missing, each with its dead letters; never changes an existing one. */
  ensureTopics(topics: readonly Topic[]): Promise<void>;
  /** Resolves when all replicas have the batch; order is kept per key. Throws when any part was not taken: send all again. */
  publish(batch: readonly Publication[]): Promise<void>;
  /** Sender of a relay's `fact` queue; makes the topics first. */
  factSender(topics: readonly Topic[]): Sender;
  /** Consumes from the beginning, at least once, in order per key. Returns at once; waits for Kafka and topics by itself. */
  consume(options: ConsumeOptions): Consumption;
  /** Gives the dead letters of the group to its handler once more; those that fail again are put aside again. */
  replayDeadLetters(options: ConsumeOptions): Promise<{ readonly replayed: number; readonly putAside: number }>;
  /** Everything that lies in the topic now, read from its beginning by a reader of its own. */
  readAll(topic: string): Promise<StoredRecord[]>;
  /** Records that each group has still to take. */
  lag(followings: readonly Following[]): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}
