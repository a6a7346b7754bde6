import pg from 'pg';
import { runCommand } from './command.ts';
import type { EngineOptions } from './engine.types.ts';
import type { TemporalStore } from './temporal.config.ts';

/** Creates Temporal's two databases when missing and brings their tables to the version of the tool. */
export async function prepareTemporalSchema(sql: string, store: TemporalStore, options: EngineOptions): Promise<void> {
  await update(sql, store.postgresUrl, store.database, 'temporal', options);
  await update(sql, store.postgresUrl, store.visibilityDatabase, 'visibility', options);
}

async function update(
  sql: string,
  postgresUrl: string,
  database: string,
  schema: 'temporal' | 'visibility',
  options: EngineOptions,
): Promise<void> {
  const created = await createDatabase(postgresUrl, database);
  if (created) options.onProgress(`Temporal: creating the tables of ${database}`);
  const run = (args: string[]): Promise<string> =>
    runCommand(sql, args, {
      purpose: `Preparing Temporal's database ${database}`,
      env: { ...process.env, ...connection(postgresUrl), SQL_DATABASE: database },
      signal: options.signal,
    });
  if (!(await hasVersion(postgresUrl, database))) await run(['setup-schema', '-v', '0.0']);
  await run(['update-schema', '--schema-name', `postgresql/v12/${schema}`]);
}

async function createDatabase(postgresUrl: string, database: string): Promise<boolean> {
  return query(postgresUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount) return false;
    await client.query(`create database ${pg.escapeIdentifier(database)}`);
    return true;
  });
}

async function hasVersion(postgresUrl: string, database: string): Promise<boolean> {
  const url = new URL(postgresUrl);
  url.pathname = `/${database}`;
  return query(url.href, async (client) => {
    const found = await client.query<{ table: string | null }>(`select to_regclass('schema_version') as table`);
    if (!found.rows[0]?.table) return false;
    return ((await client.query('select 1 from schema_version')).rowCount ?? 0) > 0;
  });
}

async function query<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function connection(postgresUrl: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password } = new URL(postgresUrl);
  return {
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: hostname,
    SQL_PORT: port || '5432',
    SQL_USER: decodeURIComponent(username),
    SQL_PASSWORD: decodeURIComponent(password),
  };
}
