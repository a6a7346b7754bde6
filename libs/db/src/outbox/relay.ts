import type { Database, Dedicated } from '../database.ts';
import { SHARDS } from './outbox.tables.ts';
import { RestingLoop } from './resting.loop.ts';

/** A waiting row of the outbox. */
export interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
  readonly body: unknown;
  readonly attempts: number;
}

/** What became of a row: sent, refused for good (parks its key), or to be tried again. */
export type Sent = { readonly id: string; readonly outcome: 'sent' | 'refused' | 'again'; readonly reason?: string };

/** Sends a batch in the order given and says what became of each row; throws when nothing could be sent. */
export type Sender = (rows: readonly OutboxRow[]) => Promise<readonly Sent[]>;

export interface RelayOptions {
  readonly database: Database;
  readonly schema: string;
  readonly queue: string;
  readonly sender: Sender;
  readonly batchSize?: number;
  /** Told of every fault; the relay lets its shards go, waits and tries again. */
  readonly onFault: (fault: unknown) => void;
}

const IDLE_POLL_MS = 1_000;

/** Advisory lock class of a schema's relay: two relays of one schema never hold the same shard. */
function lockClass(schema: string, queue: string): number {
  let hash = 7;
  for (const letter of `${schema}.${queue}`) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
  return hash;
}

/**
 * Carries one queue of a schema's outbox out, in (key, sequence) order, one batch in flight. Shards are held by session
 * advisory locks on one dedicated connection, so a second relay takes over the moment the first one's session ends.
 */
export class Relay {
  private lock: Dedicated | undefined;
  private shards: number[] = [];
  private readonly loop: RestingLoop;

  constructor(private readonly options: RelayOptions) {
    this.loop = new RestingLoop({
      bell: options.database.bell,
      longestRestMs: IDLE_POLL_MS,
      turn: () => this.carry(),
      onFault: (fault) => {
        options.onFault(fault);
        return this.letGo();
      },
    });
  }

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await this.letGo();
  }

  private async carry(): Promise<boolean> {
    await this.holdShards();
    return (await this.carryBatch()) > 0;
  }

  private async holdShards(): Promise<void> {
    this.lock ??= await this.options.database.dedicated();
    if (this.shards.length === SHARDS) return;
    const rows = await this.lock.query<{ shard: number }>(
      `SELECT shard FROM generate_series(0, ${SHARDS - 1}) AS shard
       WHERE NOT (shard = ANY($2::int[])) AND pg_try_advisory_lock($1::int, shard)`,
      [lockClass(this.options.schema, this.options.queue), this.shards],
    );
    this.shards.push(...rows.map((row) => row.shard));
  }

  /** Sends the next batch; answers how many rows were moved on. */
  private async carryBatch(): Promise<number> {
    if (this.shards.length === 0) return 0;
    const rows = await this.claim();
    if (rows.length === 0) return 0;
    const results = await this.options.sender(rows);
    await this.mark(results);
    return results.filter((result) => result.outcome !== 'again').length;
  }

  private claim(): Promise<OutboxRow[]> {
    const { database, schema, queue, batchSize } = this.options;
    return database.query<OutboxRow>(
      `SELECT id, topic, key, sequence::int AS sequence, body, attempts FROM ${schema}.outbox AS row
       WHERE queue = $1 AND state = 'waiting' AND shard = ANY($2::smallint[])
         AND NOT EXISTS (SELECT FROM ${schema}.outbox AS parked
                         WHERE parked.queue = $1 AND parked.key = row.key AND parked.state = 'parked')
       ORDER BY key, sequence LIMIT $3`,
      [queue, this.shards, batchSize ?? 200],
    );
  }

  private async mark(results: readonly Sent[]): Promise<void> {
    await this.options.database.query(
      `UPDATE ${this.options.schema}.outbox AS row
       SET state = CASE r.outcome WHEN 'sent' THEN 'sent' WHEN 'refused' THEN 'parked' ELSE 'waiting' END,
           attempts = row.attempts + 1, reason = r.reason,
           sent_at = CASE r.outcome WHEN 'sent' THEN clock_timestamp() END
       FROM unnest($1::bigint[], $2::text[], $3::text[]) AS r (id, outcome, reason) WHERE row.id = r.id`,
      [
        results.map((result) => result.id),
        results.map((result) => result.outcome),
        results.map((result) => result.reason ?? null),
      ],
    );
  }

  private async letGo(): Promise<void> {
    const lock = this.lock;
    this.lock = undefined;
    this.shards = [];
    await lock?.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await lock?.release().catch(() => undefined);
  }
}
