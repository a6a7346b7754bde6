/** Number of virtual shards, always: the key's hash says which; a relay holds shards by advisory locks. */
export const SHARDS = 512;

/** SQL of a schema's outbox (a kept journal) and inbox, for the service's first migration. */
export function outboxTables(schema: string): string {
  return `
CREATE TABLE ${schema}.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  queue text NOT NULL,
  topic text NOT NULL,
  key text NOT NULL,
  shard smallint NOT NULL GENERATED ALWAYS AS ((hashtext(key) & ${SHARDS - 1})::smallint) STORED,
  sequence bigint NOT NULL,
  body jsonb,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'parked')),
  attempts integer NOT NULL DEFAULT 0,
  reason text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sent_at timestamptz,
  UNIQUE (queue, topic, key, sequence)
);
CREATE INDEX outbox_waiting ON ${schema}.outbox (queue, key, sequence) WHERE state = 'waiting';
CREATE INDEX outbox_parked ON ${schema}.outbox (queue, key) WHERE state = 'parked';
CREATE TABLE ${schema}.inbox (
  consumer text NOT NULL,
  event_id text NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer, event_id)
);`;
}
