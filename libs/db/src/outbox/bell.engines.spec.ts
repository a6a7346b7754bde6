import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, ringAfterCommit } from '../database.ts';

const schema = `bell_${randomBytes(6).toString('hex')}`;

async function opened(name = schema): Promise<Database> {
  const url = process.env['REDRESS_TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('REDRESS_TEST_POSTGRES_URL is missing');
  return Database.open({ url, applicationName: 'spec', migrations: [], schema: name, poolSize: 2 });
}

/** Resolves at each ring, in turn. */
class Listener {
  rings = 0;
  private heard: () => void = () => undefined;

  constructor(listen: (heard: () => void) => unknown) {
    listen(() => {
      this.rings += 1;
      this.heard();
    });
  }

  async next(): Promise<void> {
    const before = this.rings;
    while (this.rings === before) await new Promise<void>((resolve) => (this.heard = resolve));
  }
}

describe('the bell, between two processes on real PostgreSQL', () => {
  let [here, there]: Database[] = [];
  let listener: Listener;

  beforeAll(async () => {
    [here, there] = [await opened(), await opened()];
    listener = new Listener((heard) => (there as Database).bell.onRing(heard));
    // Whoever begins to listen looks once, for what was missed.
    await listener.next();
  });
  afterAll(async () => {
    await here?.close();
    await there?.close();
  });

  const leaveSomething = (database: Database) => database.tx(async (tx) => ringAfterCommit(tx));

  it('rings in the other process after a commit that has left something', async () => {
    const heard = listener.next();
    await leaveSomething(here as Database);
    await heard;
  });

  it('rings in the own process at once', async () => {
    const before = listener.rings;
    await leaveSomething(there as Database);
    expect(listener.rings).toBe(before + 1);
  });

  it('keeps silent where nothing was left, where all was rolled back, and in another schema', async () => {
    const other = await opened(`${schema}_other`);
    const before = listener.rings;
    await (here as Database).tx(async (tx) => tx.query('SELECT 1'));
    const rolledBack = (here as Database).tx(async (tx) => {
      ringAfterCommit(tx);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await leaveSomething(other);
    const heard = listener.next();
    await leaveSomething(here as Database);
    await heard;
    expect(listener.rings).toBe(before + 1);
    await other.close();
  });

  it('listens again when its connection was lost', async () => {
    const heard = listener.next();
    await (here as Database).query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1`,
      [`redress_${schema}-bell`],
    );
    await heard;
    const again = listener.next();
    await leaveSomething(here as Database);
    await again;
  });
});
