import { randomUUID } from 'node:crypto';
import { Database, type DatabaseOptions } from '@redress/db';
import type { Instant } from '@redress/policy';
import { ensureDomainClock, setDomainClock } from '@redress/service-kit';
import { engineAddress } from './test.engines.ts';

/** A database of its own for one suite, so that suites run side by side. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty one. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await byAdmin(`CREATE DATABASE ${name}`);
  const url = new URL(engineAddress('postgres'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => byAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** One with the tables of a service and a clock that the suite moves, open until it is dropped. */
export async function openTestDatabase(
  service: Pick<DatabaseOptions, 'schema' | 'migrations'>,
  startsAt: Instant,
): Promise<TestDatabase & { readonly database: Database }> {
  const { url, drop } = await createTestDatabase();
  const database = await Database.open({ ...service, url, applicationName: 'spec', poolSize: 4 });
  await database.migrate();
  await ensureDomainClock(database);
  await setDomainClock(database, startsAt);
  return {
    url,
    database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

async function byAdmin(sql: string): Promise<void> {
  const admin = await Database.open({
    url: engineAddress('postgres'),
    applicationName: 'redress-test',
    schema: 'public',
    migrations: [],
    poolSize: 1,
  });
  try {
    await admin.query(sql);
  } finally {
    await admin.close();
  }
}
