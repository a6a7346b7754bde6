import { randomUUID } from 'node:crypto';
import { Database } from '@redress/db';
import { engineAddress } from './test.engines.ts';

/** A database of its own for one suite, so that suites run side by side. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await byAdmin(`CREATE DATABASE ${name}`);
  const url = new URL(engineAddress('postgres'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => byAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
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
