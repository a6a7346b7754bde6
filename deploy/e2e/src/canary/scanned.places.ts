import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deadLettersOf, type Bus } from '@redress/bus';
import { Database, type Tx } from '@redress/db';
import { AesPayloadCodec } from '@redress/temporal/node';
import type { StoryGroundAddresses } from '@redress/testkit';
import type { Client } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { pieces, type Piece } from './canary.scan.ts';

const TEMPORAL_DATABASES = ['temporal', 'temporal_visibility'];
const ROWS_AT_ONCE = 500;

/** Every row of every table of a database: bytes as they are, the rest as text. */
export async function* databaseRows(url: string): AsyncGenerator<Piece> {
  const database = await Database.open({
    url,
    applicationName: 'canary',
    schema: 'public',
    migrations: [],
    poolSize: 1,
  });
  try {
    const tables = await database.query<{ name: string; columns: string }>(
      `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name,
         string_agg(quote_ident(column_name) || CASE WHEN data_type = 'bytea' THEN '' ELSE '::text' END, ', ') AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' GROUP BY 1 ORDER BY 1`,
    );
    for (const table of tables) yield* tableRows(database, new URL(url).pathname, table);
  } finally {
    await database.close();
  }
}

async function* tableRows(
  database: Database,
  place: string,
  { name, columns }: { name: string; columns: string },
): AsyncGenerator<Piece> {
  const reader = await database.dedicated();
  try {
    await reader.query('BEGIN READ ONLY');
    await reader.query(`DECLARE every_row NO SCROLL CURSOR FOR SELECT ${columns} FROM ${name}`);
    for (;;) {
      const rows = await reader.query(`FETCH ${ROWS_AT_ONCE} FROM every_row`);
      for (const row of rows) yield* pieces(`${place} ${name}`, row);
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await reader.query('ROLLBACK');
  } finally {
    await reader.release();
  }
}

/** Both databases of Temporal, on the server of `databaseUrl`. */
export async function* temporalRows(databaseUrl: string): AsyncGenerator<Piece> {
  for (const database of TEMPORAL_DATABASES) {
    const url = new URL(databaseUrl);
    url.pathname = `/${database}`;
    yield* databaseRows(url.href);
  }
}

/** Every topic that a service has ever published to, each with its dead letters, keys and headers included. */
export async function* topicRecords(tx: Tx, bus: Bus, further: readonly string[] = []): AsyncGenerator<Piece> {
  const topics = await tx.query<{ topic: string }>(
    `SELECT topic FROM intake.outbox WHERE queue = 'fact' UNION SELECT topic FROM staffing.outbox WHERE queue = 'fact'
     UNION SELECT topic FROM improvement.outbox WHERE queue = 'fact'`,
  );
  const names = topics.flatMap(({ topic }) => [topic, deadLettersOf(topic)]);
  for (const name of [...names, ...further]) yield* pieces(`topic ${name}`, await bus.readAll(name));
}

/** All files beside the log files of the installation, and those. */
export function* logFiles({ logFiles: files }: Pick<StoryGroundAddresses, 'logFiles'>): Generator<Piece> {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    for (const name of readdirSync(folder)) yield { place: `log ${name}`, bytes: readFileSync(join(folder, name)) };
  }
}

/** The figures that each service shows. */
export async function* metrics(urls: Readonly<Record<string, string>>): AsyncGenerator<Piece> {
  for (const [service, url] of Object.entries(urls)) {
    const answer = await fetch(`${url}/metrics`);
    yield { place: `metrics of ${service}`, bytes: Buffer.from(await answer.arrayBuffer()) };
  }
}

/** The history of a process as it is recorded, and what its payloads say once opened: not even there may words be. */
export async function* history(client: Client, workflowId: string, payloadKey: Buffer): AsyncGenerator<Piece> {
  const recorded = await client.workflow.getHandle(workflowId).fetchHistory();
  yield* pieces(`history of ${workflowId}`, JSON.parse(JSON.stringify(recorded)));
  yield* pieces(`history of ${workflowId}`, recorded);
  const codec = new AesPayloadCodec(payloadKey);
  const opened = await codec.decode([...payloadsIn(recorded)]);
  yield* pieces(`opened payloads of ${workflowId}`, opened);
}

function* payloadsIn(value: unknown): Generator<Payload> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if ('metadata' in value && 'data' in value && value.data instanceof Uint8Array) yield value as Payload;
  else for (const part of Object.values(value)) yield* payloadsIn(part);
}
