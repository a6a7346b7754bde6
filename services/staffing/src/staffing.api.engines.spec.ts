import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { personChanged, type PackActivated } from '@redress/contracts';
import { Database } from '@redress/db';
import { createService, listRoutes } from '@redress/service-kit';
import { decodeJwt } from 'jose';
import { OpenCaseRepository } from './assignment/open-case.repository.ts';
import { PackRoleRepository } from './authority/pack-role.repository.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, demoPersonId } from './seed/demo.company.ts';
import { openTestStaffing, testPack, type TestStaffing } from './staffing.fixture.ts';
import { staffingService } from './staffing.service.ts';

describe('staffing over HTTP on real PostgreSQL', () => {
  let staffing: TestStaffing;
  let app: NestFastifyApplication;
  let database: Database;

  beforeAll(async () => {
    staffing = await openTestStaffing('api');
    app = await createService(staffingService(staffing.config));
    database = app.get(Database);
  });
  afterAll(async () => {
    await app?.close();
    await staffing?.drop();
  });

  const signIn = (username: string, password = DEMO_PASSWORD) =>
    app.inject({ method: 'POST', url: '/sessions', payload: { username, password } });
  const tokenOf = async (username: string): Promise<string> => (await signIn(username)).json().token;
  async function call(username: string, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) {
    const answer = await app.inject({
      method,
      url,
      ...(payload && { payload }),
      headers: { authorization: `Bearer ${await tokenOf(username)}` },
    });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  }
  const outboxOf = (key: string) =>
    database.query<{ sequence: number; body: { type: string; data: PersonFact } | null }>(
      'SELECT sequence::int, body FROM staffing.outbox WHERE key = $1 ORDER BY sequence',
      [key],
    );
  type PersonFact = { onDuty: boolean };

  it('is not ready and signs nobody in before a pack is in force', async () => {
    expect((await app.inject({ url: '/health/ready' })).json().checks).toMatchObject({ pack: 'no-pack-in-force' });
    expect((await signIn('mei.chen')).json()).toMatchObject({ status: 503, code: 'no-pack-in-force' });
    await database.tx((tx) => app.get(PackRoleRepository).activate(tx, testPack(), '2026-01-01T00:00:00.000Z', 1));
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(200);
  });

  it('gives a token of ten minutes that says what the person may do', async () => {
    const answer = await signIn(' Mei.Chen ');
    expect(answer.statusCode).toBe(201);
    const { token, ...rest } = answer.json();
    expect(rest).toEqual({
      expiresInSeconds: 600,
      person: {
        id: demoPersonId('mei.chen'),
        name: '陈梅 Mei Chen',
        roles: ['handler', 'clerk'],
        capabilities: ['handle', 'register'],
        departmentId: 'customer-service',
      },
    });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      sub: demoPersonId('mei.chen'),
      aud: 'redress',
      iss: 'redress-staffing',
      department: 'customer-service',
    });
    expect([claims['limits'], (claims.exp ?? 0) - (claims.iat ?? 0)]).toEqual([
      { compensation: 500, goodwill: 0 },
      600,
    ]);
    expect(JSON.stringify(claims)).not.toContain('陈');
  });

  it('serves the keys that others verify with, and only their public half', async () => {
    const { keys } = (await app.inject({ url: '/.well-known/jwks.json' })).json();
    expect(keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: expect.any(String), alg: 'EdDSA', use: 'sig' },
    ]);
  });

  it('answers an unknown name like a wrong password', async () => {
    const [wrong, unknown] = [await signIn('ada.price', 'nonsense'), await signIn('nobody', 'nonsense')];
    expect([wrong.statusCode, wrong.body]).toEqual([401, unknown.body]);
  });

  it('refuses a name after ten failures in five minutes, also the right password, and nobody else', async () => {
    const failures = await Promise.all(Array.from({ length: 10 }, () => signIn('tom.baker', 'nonsense')));
    expect(failures.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 401));
    const eleventh = await signIn('tom.baker');
    expect([eleventh.statusCode, eleventh.json().code]).toEqual([429, 'too-many-failures']);
    expect(Number(eleventh.headers['retry-after'])).toBeGreaterThan(290);
    expect((await signIn('jun.li')).statusCode).toBe(201);
    const stored = await database.query('SELECT name_hash FROM staffing.sign_in_attempts LIMIT 1');
    expect(JSON.stringify(stored)).not.toContain('tom');
  });

  it('keeps names and phone numbers encrypted', async () => {
    const added = await call('alex.stone', 'POST', '/people', {
      username: 'canary',
      name: 'Canary Unique',
      phone: '13912345678',
      departmentId: 'sales',
      roles: ['clerk'],
      password: 'long enough',
    });
    expect(added.status).toBe(201);
    const [row] = await database.query<{ everything: string }>(
      `SELECT p::text AS everything FROM staffing.people AS p WHERE username = 'canary'`,
    );
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const text of ['Canary Unique', '13912345678', 'long enough']) {
      expect(row?.everything).not.toContain(text);
      expect(row?.everything).not.toContain(hex(text));
    }
    expect((await call('mei.chen', 'GET', `/people/${added.body.id}`)).body).toMatchObject({
      name: 'Canary Unique',
      phone: null,
    });
    expect((await call('alex.stone', 'GET', `/people/${added.body.id}`)).body).toMatchObject({ phone: '13912345678' });
  });

  it('lists people by name of user, page by page', async () => {
    const first = await call('mei.chen', 'GET', '/people?limit=5');
    const second = await call('mei.chen', 'GET', `/people?limit=5&after=${first.body.next}`);
    const names = [...first.body.items, ...second.body.items].map(({ username }) => username);
    expect(names).toEqual([...DEMO_PEOPLE.map(({ username }) => username), 'canary'].sort().slice(0, 10));
    expect((await call('mei.chen', 'GET', '/people?department=sales&limit=200')).body.next).toBeNull();
  });

  it('publishes each change of a person once, in order', async () => {
    const id = demoPersonId('rosa.diaz');
    await call('rosa.diaz', 'POST', `/people/${id}/absences`, {});
    await call('hao.sun', 'POST', `/people/${id}/returns`);
    await call('hao.sun', 'PATCH', `/people/${id}`, { onDuty: false });
    const facts = await outboxOf(`person:${id}`);
    expect(facts.map(({ sequence, body }) => [sequence, body?.data.onDuty])).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, false],
    ]);
    facts.forEach(({ body }) => expect(personChanged.data.parse(body?.data)).toBeDefined());
  });

  it.each([
    ['a colleague', 'mei.chen', 'POST', 'absences', {}, 403],
    ['the head of another department', 'eva.novak', 'POST', 'absences', {}, 403],
    ['the head of the department', 'hao.sun', 'POST', 'absences', {}, 201],
    ['the person', 'kai.zhang', 'POST', 'returns', undefined, 201],
    ['an administrator', 'alex.stone', 'POST', 'absences', { until: '2190-12-01T00:00:00Z' }, 201],
  ] as const)('lets %s (%s) tell an absence or not', async (_, who, method, what, body, status) => {
    expect((await call(who, method, `/people/${demoPersonId('kai.zhang')}/${what}`, body)).status).toBe(status);
  });

  it.each([
    ['hao.sun', { onDuty: true }, 200],
    ['hao.sun', { onDuty: true, backupId: null }, 403],
    ['eva.novak', { onDuty: true }, 403],
    ['kai.zhang', { onDuty: true }, 403],
    ['alex.stone', { limits: { compensation: 100, goodwill: null } }, 200],
    ['alex.stone', { roles: ['emperor'] }, 422],
    ['alex.stone', { departmentId: 'nowhere' }, 422],
    ['alex.stone', { backupId: demoPersonId('nobody') }, 422],
    ['alex.stone', { backupId: demoPersonId('kai.zhang') }, 422],
    ['alex.stone', { skills: ['category:delivery', 'language:zh', 'channel:hotline'] }, 200],
    ['alex.stone', { skills: ['delivery'] }, 400],
    ['alex.stone', { name: 'Other' }, 400],
  ])('answers a change of Kai by %s: %j with %i', async (who, change, status) => {
    expect((await call(who, 'PATCH', `/people/${demoPersonId('kai.zhang')}`, change)).status).toBe(status);
  });

  it('lowers the limit of the role by the own one, and never raises it', async () => {
    const limitsIn = async (username: string) => decodeJwt(await tokenOf(username))['limits'];
    expect(await limitsIn('kai.zhang')).toEqual({ compensation: 100, goodwill: 0 });
    await call('alex.stone', 'PATCH', `/people/${demoPersonId('kai.zhang')}`, {
      limits: { compensation: 9_000, goodwill: 9_000 },
    });
    expect(await limitsIn('kai.zhang')).toEqual({ compensation: 500, goodwill: 0 });
    expect(await limitsIn('guo.tang')).toEqual({ compensation: null, goodwill: 0 });
  });

  it('lets nobody leave who still owes something or heads a department', async () => {
    const id = demoPersonId('paul.reed');
    const openCases = app.get(OpenCaseRepository, { strict: false });
    await openCases.assign(database, '11111111-1111-4111-8111-111111111111', id);
    expect((await call('alex.stone', 'POST', `/people/${id}/departures`)).body).toMatchObject({
      status: 409,
      code: 'still-owes',
      facts: { openCases: 1 },
    });
    expect((await call('alex.stone', 'POST', `/people/${demoPersonId('eva.novak')}/departures`)).body.code).toBe(
      'still-heads-a-department',
    );
    await openCases.follow(database, '11111111-1111-4111-8111-111111111111', id, 9, false);
    expect((await call('alex.stone', 'POST', `/people/${id}/departures`)).status).toBe(204);
    expect((await signIn('paul.reed')).statusCode).toBe(401);
    expect((await outboxOf(`person:${id}`)).at(-1)).toEqual({ sequence: 2, body: null });
  });

  it('makes departments and moves their heads', async () => {
    const title = { zh: '测试部', en: 'Test' };
    expect(
      (await call('alex.stone', 'POST', '/departments', { code: 'testing', parent: 'management', title })).status,
    ).toBe(201);
    expect((await call('alex.stone', 'POST', '/departments', { code: 'testing', title })).status).toBe(409);
    const headId = demoPersonId('min.xu');
    expect((await call('alex.stone', 'PATCH', '/departments/testing', { headId })).body).toEqual({
      code: 'testing',
      parent: 'management',
      title,
      headId,
    });
    expect((await outboxOf('department:testing')).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('moves departments in the tree, never under themselves', async () => {
    const move = (code: string, parent: string | null) =>
      call('alex.stone', 'PATCH', `/departments/${code}`, { parent });
    expect((await move('testing', 'sales')).body).toMatchObject({ parent: 'sales', title: { en: 'Test' } });
    expect((await move('sales', 'testing')).body).toMatchObject({ status: 422, code: 'parent-lies-under' });
    expect((await move('sales', 'sales')).body.code).toBe('parent-lies-under');
    expect((await move('sales', 'nowhere')).body.code).toBe('unknown-department');
    expect((await move('testing', null)).body.parent).toBeNull();
  });

  it('has no address that nobody thought of', () => {
    const routes = listRoutes(app).map(
      ({ method, path, access }) =>
        `${method} ${path}: ${access.open ? 'anybody' : access.needs.join(' or ') || 'signed in'}`,
    );
    expect(routes).toEqual([
      'GET /.well-known/jwks.json: anybody',
      'GET /contacts: signed in',
      'POST /contacts: administer',
      'DELETE /contacts/:id: administer',
      'GET /contacts/:id: signed in',
      'PATCH /contacts/:id: administer',
      'GET /departments: signed in',
      'POST /departments: administer',
      'PATCH /departments/:code: administer',
      'GET /health/live: anybody',
      'GET /health/ready: anybody',
      'GET /metrics: anybody',
      'GET /people: signed in',
      'POST /people: administer',
      'GET /people/:id: signed in',
      'PATCH /people/:id: signed in',
      'GET /people/:id/absences: signed in',
      'POST /people/:id/absences: signed in',
      'DELETE /people/:id/absences/:absenceId: signed in',
      'POST /people/:id/departures: administer',
      'POST /people/:id/hand-overs: signed in',
      'POST /people/:id/returns: signed in',
      'GET /people/me: signed in',
      'POST /sessions: anybody',
    ]);
  });

  it('keeps the token of one process valid in another, and seeds once', async () => {
    const second = await createService(staffingService(staffing.config));
    const token = await tokenOf('mei.chen');
    expect((await second.inject({ url: '/people/me', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(
      200,
    );
    await second.close();
    const [count] = await database.query<{ people: number }>('SELECT count(*)::int AS people FROM staffing.people');
    expect(count?.people).toBe(DEMO_PEOPLE.length + 1);
  });

  it('keeps the later version of a pack when activations arrive in the wrong order', async () => {
    const roles: PackActivated['roles'] = [
      { code: 'porter', capabilities: ['handle'], limits: { compensation: 0, goodwill: 0 } },
    ];
    const repository = app.get(PackRoleRepository, { strict: false });
    const other = (hash: string): PackActivated => ({
      hash,
      code: 'other',
      version: '1',
      roles: hash === 'late' ? roles : [],
    });
    await repository.activate(database, other('late'), '2026-03-01T00:00:00.000Z', 3);
    await repository.activate(database, other('early'), '2026-02-01T00:00:00.000Z', 2);
    expect((await repository.list(database)).filter(({ code }) => code === 'porter')).toHaveLength(1);
  });

  it('takes a pack at its word when it comes into force later, and for one department only', async () => {
    const repository = app.get(PackRoleRepository, { strict: false });
    const roles: PackActivated['roles'] = [
      { code: 'usher', capabilities: ['handle'], limits: { compensation: 7, goodwill: 0 } },
    ];
    const pack: PackActivated = { hash: 'ushers', code: 'ushers', version: '1', departmentId: 'sales', roles };
    const known = async () => (await repository.list(database)).filter(({ code }) => code === 'usher');
    await repository.activate(database, pack, '2199-01-01T00:00:00.000Z', 4);
    expect(await known()).toEqual([]);
    await repository.activate(database, pack, '2026-03-01T00:00:00.000Z', 5);
    expect(await known()).toEqual([{ ...roles[0], departmentId: 'sales' }]);
  });
});
