import pg from 'pg';

/** The database of an installation. */
export function databaseName(installation: string): string {
  return `redress_${installation}`;
}

/** The URL of a database on the server of `postgresUrl`. */
export function databaseUrl(postgresUrl: string, database: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function databaseExists(postgresUrl: string, database: string): Promise<boolean> {
  return query(postgresUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    return (found.rowCount ?? 0) > 0;
  });
}

export async function createDatabase(postgresUrl: string, database: string): Promise<void> {
  await query(postgresUrl, (client) => client.query(`create database ${pg.escapeIdentifier(database)}`));
}

/** Drops it with everything in it, sessions included; harmless when there is none. */
export async function dropDatabase(postgresUrl: string, database: string): Promise<void> {
  const text = `drop database if exists ${pg.escapeIdentifier(database)} with (force)`;
  await query(postgresUrl, (client) => client.query(text));
}

async function query<T>(postgresUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
