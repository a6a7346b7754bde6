import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonCipher } from '@redress/db';
import { SCHEMA } from '../schema.ts';
import { openApiFixture, type ApiFixture } from '../staffing.api.fixture.ts';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { DirectoryPublisher } from '../events/directory.publisher.ts';
import { PersonRepository } from '../people/person.repository.ts';
import { addFirstAdministrator, AdministratorRefused } from './first.administrator.ts';
import { PasswordHasher } from '../sessions/password.hasher.ts';

const PASSWORD = 'a long enough one';
const AT = '2026-11-23T01:00:00.000Z';

describe('the first administrator of an installation in production', () => {
  let staffing: ApiFixture;
  beforeAll(async () => void (staffing = await openApiFixture('api', { REDRESS_PROFILE: 'production' })));
  afterAll(() => staffing?.close());

  const signIn = (username: string, password: string) =>
    staffing.app.inject({ method: 'POST', url: '/sessions', payload: { username, password } });

  async function add(username: string) {
    const { app, database } = staffing;
    const request = {
      username,
      name: 'Ada',
      departmentId: 'head-office',
      departmentTitle: 'Head office',
      password: PASSWORD,
    };
    const parts = {
      people: new PersonRepository(app.get(PersonCipher)),
      ...{
        departments: new DepartmentRepository(),
        publisher: new DirectoryPublisher(),
        roles: app.get(PackRoleRepository),
      },
    };
    const hash = await new PasswordHasher().hash(PASSWORD);
    return database.tx((tx) => addFirstAdministrator(tx, request, hash, AT, parts));
  }

  it('nobody of the demo company is there before', async () => {
    expect((await signIn('alex.stone', 'redress-demo')).statusCode).toBe(401);
    expect(await staffing.database.query('SELECT 1 FROM staffing.people')).toEqual([]);
  });

  it('signs in with the own password, administers, and has a department', async () => {
    expect(await add('ada')).toMatchObject({ username: 'ada', roles: ['administrator'], departmentId: 'head-office' });
    const signedIn = await signIn('ada', PASSWORD);
    expect(signedIn.statusCode).toBe(201);
    const { token, person } = signedIn.json();
    expect(person.capabilities).toContain('administer');
    const colleague = {
      username: 'grace',
      name: 'Grace',
      departmentId: 'head-office',
      roles: ['handler'],
      password: PASSWORD,
    };
    const added = await staffing.app.inject({
      ...{ method: 'POST', url: '/people', payload: colleague },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(added.statusCode).toBe(201);
  });

  it('is told to everybody else as a fact', async () => {
    const facts = await staffing.database.query(`SELECT topic FROM ${SCHEMA}.outbox WHERE queue = 'fact' ORDER BY id`);
    expect(facts.length).toBeGreaterThanOrEqual(2);
  });

  it('is added once: there is no second way in by the command', async () => {
    await expect(add('mallory')).rejects.toThrow(AdministratorRefused);
    expect((await signIn('mallory', PASSWORD)).statusCode).toBe(401);
  });
});
