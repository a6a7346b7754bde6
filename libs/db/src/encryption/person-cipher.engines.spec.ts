import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../database.ts';
import { PersonCipher, personKeyTable } from './person-cipher.ts';

const MASTER_KEY = randomBytes(32);
const schema = `cipher_${randomBytes(6).toString('hex')}`;

describe('texts under the key of a person, on real PostgreSQL', () => {
  let database: Database;

  beforeAll(async () => {
    const url = process.env['REDRESS_TEST_POSTGRES_URL'];
    if (url === undefined) throw new Error('REDRESS_TEST_POSTGRES_URL is missing');
    database = await Database.open({ url, applicationName: 'spec', migrations: [], schema: 'public', poolSize: 2 });
    await database.query(`CREATE SCHEMA ${schema}`);
    await database.query(personKeyTable(schema));
  });
  afterAll(async () => {
    await database?.query(`DROP SCHEMA ${schema} CASCADE`);
    await database?.close();
  });

  const fresh = () => new PersonCipher(schema, MASTER_KEY);

  it('are opened by another process, and only under their own person and column', async () => {
    const [grace, other] = [randomUUID(), randomUUID()];
    const sealed = await database.tx((tx) => fresh().seal(tx, grace, 'name', 'Grace'));
    await database.tx((tx) => fresh().seal(tx, other, 'name', 'Other'));
    expect(await fresh().open(database, grace, 'name', sealed)).toBe('Grace');
    await expect(fresh().open(database, grace, 'phone', sealed)).rejects.toThrow();
    await expect(fresh().open(database, other, 'name', sealed)).rejects.toThrow();
  });

  it('are never sealed with a key that was rolled back', async () => {
    const [person, cipher] = [randomUUID(), fresh()];
    const rolledBack = database.tx(async (tx) => {
      await cipher.seal(tx, person, 'name', 'Ida');
      await cipher.seal(tx, person, 'phone', '1');
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    const sealed = await database.tx((tx) => cipher.seal(tx, person, 'name', 'Ida'));
    expect(await fresh().open(database, person, 'name', sealed)).toBe('Ida');
  });

  it('cannot be read once the key is deleted', async () => {
    const person = randomUUID();
    const sealed = await database.tx((tx) => fresh().seal(tx, person, 'name', 'Ida'));
    await database.query(`DELETE FROM ${schema}.person_keys WHERE person_id = $1`, [person]);
    expect(await fresh().open(database, person, 'name', sealed)).toBeNull();
  });
});
