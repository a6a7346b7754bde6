import { ringAfterCommit, type Tx } from '../database.ts';
import type { CloudEvent } from './cloud-event.ts';

/** A fact to be published after the commit. `event: null` is a tombstone of a compacted topic. */
export interface OutboxFact {
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
  readonly event: CloudEvent | null;
}

/** Something else that leaves after the commit, such as the start of a process. */
export interface OutboxItem {
  readonly queue: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
  readonly body: unknown;
}

/** Writes facts into the schema's outbox, inside the caller's transaction. */
export async function appendFacts(tx: Tx, schema: string, facts: readonly OutboxFact[]): Promise<void> {
  await appendItems(
    tx,
    schema,
    facts.map(({ topic, key, sequence, event }) => ({ queue: 'fact', topic, key, sequence, body: event })),
  );
}

/** Writes rows of any queue into the schema's outbox, inside the caller's transaction. */
export async function appendItems(tx: Tx, schema: string, items: readonly OutboxItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query(
    `INSERT INTO ${schema}.outbox (queue, topic, key, sequence, body)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::jsonb[])`,
    [
      items.map((item) => item.queue),
      items.map((item) => item.topic),
      items.map((item) => item.key),
      items.map((item) => item.sequence),
      items.map((item) => (item.body === null ? null : JSON.stringify(item.body))),
    ],
  );
  ringAfterCommit(tx);
}
