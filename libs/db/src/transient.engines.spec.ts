import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type Tx } from './database.ts';
import { isTransientFault } from './transient.ts';

describe('a connection that is lost, on real PostgreSQL', () => {
  let [own, killer]: Database[] = [];

  const opened = async () => {
    const url = process.env['REDRESS_TEST_POSTGRES_URL'];
    if (url === undefined) throw new Error('REDRESS_TEST_POSTGRES_URL is missing');
    return Database.open({ url, applicationName: 'spec', migrations: [], schema: 'public', poolSize: 2 });
  };
  beforeAll(async () => void ([own, killer] = [await opened(), await opened()]));
  afterAll(async () => {
    await own?.close();
    await killer?.close();
  });

  async function lose(tx: Tx): Promise<void> {
    const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await killer?.query('SELECT pg_terminate_backend($1)', [row?.pid]);
  }

  /** What a transaction throws that loses its connection and then does `rest`. */
  async function faultOf(rest: (tx: Tx) => Promise<unknown>): Promise<unknown> {
    return own?.tx(rest).then(
      () => 'nothing was thrown',
      (fault: unknown) => fault,
    );
  }

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    [
      'while a query is under way',
      async (tx) => {
        const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        const sleeping = tx.query('SELECT pg_sleep(30)');
        await killer?.query('SELECT pg_terminate_backend($1)', [row?.pid]);
        await sleeping;
      },
    ],
    [
      'before the next query',
      async (tx) => {
        await lose(tx);
        await tx.query('SELECT 1');
      },
    ],
    [
      'and the loss was noticed meanwhile',
      async (tx) => {
        await lose(tx);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await tx.query('SELECT 1');
      },
    ],
    ['before the commit', lose],
  ])('is a fault that passes by itself: %s', async (_, rest) => {
    const fault = await faultOf(rest);
    expect([String(fault), isTransientFault(fault)]).toEqual([expect.anything(), true]);
    expect(await own?.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
