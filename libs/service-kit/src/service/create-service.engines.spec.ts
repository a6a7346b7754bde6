import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@redress/db';
import type { Actor, Capability } from '@redress/policy';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import { CurrentActor, Needs, Open } from '../authorisation/access.decorators.ts';
import { listRoutes } from '../authorisation/route-list.ts';
import { claimsOf, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../authorisation/token.verifier.ts';
import { DomainClock, ensureDomainClock, setDomainClock } from '../clock/domain.clock.ts';
import { parseConfig, type ServiceConfig } from '../config/environment.config.ts';
import { RefusalError } from '../http/refusal.error.ts';
import { createService } from './create-service.ts';
import type { ServiceDefinition } from './service-definition.ts';

const note = z.strictObject({ text: z.string().max(2_000_000), level: z.number().int() });

@Controller('notes')
class NotesController {
  @Post()
  @Needs('register')
  write(
    @Body({ schema: note }) body: z.output<typeof note>,
    @CurrentActor() actor: Actor,
  ): { length: number; by: string } {
    return { length: body.text.length, by: actor.id };
  }

  @Get(':id')
  @Open('an address for this test')
  read(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: z.strictObject({ page: z.coerce.number().optional() }) }) _: unknown,
  ): string {
    if (id.endsWith('1'))
      throw new RefusalError(409, { code: 'stage-passed', facts: { stage: 'closed' } }, { 'retry-after': '3' });
    if (id.endsWith('2')) throw new Error(`a secret: ${id}`);
    if (id.endsWith('3')) throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
    return id;
  }

  @Post('raw')
  raw(@Body() body: unknown): { bytes: number } {
    return { bytes: Buffer.isBuffer(body) ? body.length : -1 };
  }
}

@Module({ controllers: [NotesController] })
class NotesApi {}

@Module({})
class Nothing {}

const postgres = process.env['REDRESS_TEST_POSTGRES_URL'] ?? '';
const id = (last: number): string => `7c9e6679-7425-40de-944b-e07fc1f90ae${last}`;
const keyPair = await generateKeyPair('EdDSA');
const otherPair = await generateKeyPair('EdDSA');

function configOf(url: string, env: Record<string, string> = {}): ServiceConfig {
  const key = randomBytes(32).toString('base64');
  return parseConfig({
    REDRESS_DATABASE_URL: url,
    REDRESS_TEMPORAL_ADDRESS: '127.0.0.1:1',
    REDRESS_KAFKA_BROKERS: '127.0.0.1:1',
    REDRESS_PROFILE: 'test',
    REDRESS_MASTER_KEY: key,
    REDRESS_PAYLOAD_KEY: key,
    REDRESS_HMAC_KEY: key,
    REDRESS_PORT: '0',
    REDRESS_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
    LOG_LEVEL: 'silent',
    ...env,
  });
}

async function definitionOf(config: ServiceConfig): Promise<ServiceDefinition> {
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(keyPair.publicKey)), kid: 'one' }] });
  const database = { schema: 'kit_test', migrations: [] };
  return {
    name: 'kit',
    title: 'Kit',
    config,
    database,
    module: Nothing,
    api: NotesApi,
    rawBodies: { 'text/csv': 100 },
    tokenKeys: () => keys,
  };
}

function token(
  capabilities: Capability[],
  change: { expires?: string; audience?: string; other?: boolean } = {},
): Promise<string> {
  const actor: Actor = {
    id: id(9),
    kind: 'person',
    roles: ['clerk'],
    capabilities,
    departmentId: 'sales',
    limits: null,
  };
  const { sub, ...claims } = claimsOf(actor);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'one' })
    .setSubject(sub)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(change.audience ?? TOKEN_AUDIENCE)
    .setJti('j')
    .setExpirationTime(change.expires ?? '10 minutes')
    .sign(change.other === true ? otherPair.privateKey : keyPair.privateKey);
}

describe('a service on real PostgreSQL', () => {
  let admin: Database;
  let app: NestFastifyApplication;
  let url: string;
  const name = `kit_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    admin = await Database.open({ url: postgres, applicationName: 'spec', migrations: [], schema: 'public' });
    await admin.query(`CREATE DATABASE ${name}`);
    url = Object.assign(new URL(postgres), { pathname: `/${name}` }).href;
    app = await createService(await definitionOf(configOf(url)));
  });
  afterAll(async () => {
    await app?.close();
    await admin?.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin?.close();
  });

  const post = async (payload: string | Buffer | object, auth?: string, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url: '/notes',
      payload,
      headers: { 'content-type': type, ...(auth && { authorization: `Bearer ${auth}` }) },
    });

  it('takes what the schema knows from who has the capability', async () => {
    const answer = await post({ text: 'a', level: 1 }, await token(['register']));
    expect([answer.statusCode, answer.json()]).toEqual([201, { length: 1, by: id(9) }]);
  });

  it.each([
    ['no token', async () => undefined, 401, 'not-signed-in'],
    ['an expired token', () => token(['register'], { expires: '-1 minute' }), 401, 'token-expired'],
    ['a token for somebody else', () => token(['register'], { audience: 'bank' }), 401, 'token-not-valid'],
    ['a token signed by another key', () => token(['register'], { other: true }), 401, 'token-not-valid'],
    ['no token at all but text', async () => 'x', 401, 'token-not-valid'],
    ['another capability', () => token(['approve']), 403, 'not-permitted'],
  ])('refuses %s', async (_, make, status, code) => {
    const answer = await post({ text: 'a', level: 1 }, await make());
    expect([answer.statusCode, answer.json().code, answer.headers['content-type']]).toEqual([
      status,
      code,
      'application/problem+json',
    ]);
  });

  it.each([
    ['a wrong type', { text: 3, level: 1 }, 400, 'invalid-input'],
    ['an unknown field', { text: 'a', level: 1, more: 1 }, 400, 'invalid-input'],
    ['no body', '', 400, 'invalid-input'],
    ['half a body', '{"text":"my words"', 400, 'malformed'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'malformed'],
    ['U+0000', '{"text":"a\\u0000","level":1}', 400, 'malformed'],
    ['half a surrogate pair', '{"text":"a\\ud800","level":1}', 400, 'malformed'],
    ['a polluting key', '{"__proto__":{"x":1},"text":"a","level":1}', 400, 'malformed'],
    ['ten megabytes', JSON.stringify({ text: 'x'.repeat(10_000_000), level: 1 }), 413, 'too-large'],
  ])('answers %s with a problem', async (_, payload, status, code) => {
    const answer = await post(payload, await token(['register']));
    expect([answer.statusCode, answer.json().code, answer.headers['content-type']]).toEqual([
      status,
      code,
      'application/problem+json',
    ]);
    expect(answer.body).not.toContain('my words');
  });

  it('takes an escaped backslash before u0000, and whole surrogate pairs', async () => {
    const answer = await post('{"text":"\\\\u0000 \\ud83d\\ude00","level":1}', await token(['register']));
    expect(answer.statusCode).toBe(201);
  });

  it('names the place of a fault in the input', async () => {
    const answer = await post({ text: 'a', level: 'x' }, await token(['register']));
    expect(answer.json().errors).toEqual([{ path: 'level', message: expect.any(String) }]);
  });

  it.each([
    ['/nowhere', 404, 'no-such-address'],
    ['/notes/%00', 400, 'malformed'],
    ['/notes/%zz', 400, 'malformed'],
    [`/notes/${'a'.repeat(300)}`, 414, 'address-too-long'],
    ['/notes/no-uuid', 400, 'invalid-input'],
    [`/notes/${id(5)}?who=me`, 400, 'invalid-input'],
    [`/notes/${id(1)}`, 409, 'stage-passed'],
    [`/notes/${id(2)}`, 500, 'fault'],
    [`/notes/${id(3)}`, 503, 'unavailable'],
  ])('answers GET %s with %i', async (address, status, code) => {
    const answer = await app.inject({ url: address });
    expect([answer.statusCode, answer.json().code, answer.headers['content-type']]).toEqual([
      status,
      code,
      'application/problem+json',
    ]);
    expect(answer.body).not.toContain('secret');
  });

  it('hands CSV over as bytes up to its limit', async () => {
    const send = async (size: number) =>
      app.inject({
        method: 'POST',
        url: '/notes/raw',
        payload: 'x'.repeat(size),
        headers: { 'content-type': 'text/csv', authorization: `Bearer ${await token([])}` },
      });
    expect((await send(100)).json()).toEqual({ bytes: 100 });
    expect((await send(101)).statusCode).toBe(413);
    expect((await post('<a/>', await token(['register']), 'application/xml')).statusCode).toBe(415);
  });

  it('says what it can do', async () => {
    const document = (await app.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/notes'].post).toMatchObject({
      security: [{ bearer: [] }],
      'x-redress-needs': ['register'],
    });
    expect(JSON.stringify(document.paths['/notes'].post.requestBody)).toContain('level');
    expect(document.paths['/notes/{id}'].get.security).toEqual([]);
    expect((await app.inject({ url: '/docs' })).statusCode).toBe(200);
  });

  it('lists every address with who may call it', () => {
    const routes = listRoutes(app).map(
      ({ method, path, access }) => `${method} ${path} ${access.open ? 'open' : access.needs.join('|')}`,
    );
    expect(routes).toEqual([
      'GET /health/live open',
      'GET /health/ready open',
      'GET /metrics open',
      'POST /notes register',
      'GET /notes/:id open',
      'POST /notes/raw ',
    ]);
  });

  it('is ready and measures', async () => {
    expect((await app.inject({ url: '/health/ready' })).json()).toEqual({
      ready: true,
      complete: true,
      checks: { database: 'ok' },
    });
    expect((await app.inject({ url: '/metrics' })).body).toContain(
      'redress_http_request_seconds_bucket{le="0.005",service="kit",method="POST",route="/notes"',
    );
  });

  it('refuses who asks too often, with the time to wait, and nobody else', async () => {
    const service = await createService(await definitionOf(configOf(url, { REDRESS_RATE_PER_MINUTE: '20' })));
    const [eager, other] = [await token(['register']), await token(['register', 'coordinate'])];
    const ask = (headers: Record<string, string>) => service.inject({ url: `/notes/${id(5)}`, headers });
    const asEager = () => ask({ authorization: `Bearer ${eager}` });
    for (let n = 0; n < 20; n += 1) expect((await asEager()).statusCode).toBe(200);
    const refused = await asEager();
    const { againInSeconds } = refused.json().facts;
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests']);
    expect(againInSeconds).toBeGreaterThan(0);
    expect(refused.headers['retry-after']).toBe(String(againInSeconds));
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect((await ask({ authorization: `Bearer ${other}` })).statusCode).toBe(200);
    expect([(await ask({})).statusCode, (await ask({})).statusCode, (await ask({})).statusCode]).toEqual([
      200, 200, 429,
    ]);
    expect((await service.inject({ url: '/health/live' })).statusCode).toBe(200);
    await service.close();
  });

  it('sheds reads before receipts while it is behind', async () => {
    const service = await createService(await definitionOf(configOf(url, { REDRESS_SHED_READS_AT: '0.5' })));
    const authorization = `Bearer ${await token(['register'])}`;
    const read = () => service.inject({ url: `/notes/${id(5)}` });
    const write = () =>
      service.inject({ method: 'POST', url: '/notes', payload: { text: 'a', level: 1 }, headers: { authorization } });
    expect((await read()).statusCode).toBe(200);
    let shed = await read();
    while (shed.statusCode === 200) {
      const until = Date.now() + 300;
      while (Date.now() < until);
      await new Promise((resolve) => setTimeout(resolve, 1));
      shed = await read();
    }
    expect([shed.statusCode, shed.json().code, shed.headers['retry-after']]).toEqual([503, 'overloaded', '2']);
    expect([(await write()).statusCode, (await service.inject({ url: '/health/ready' })).statusCode]).toEqual([
      201, 200,
    ]);
    await service.close();
  });

  it('serves only health and metrics without the role api', async () => {
    const worker = await createService(await definitionOf(configOf(url, { REDRESS_ROLES: 'relay,activities' })));
    const statusOf = async (address: string) => (await worker.inject({ url: address })).statusCode;
    expect([
      await statusOf('/health/ready'),
      await statusOf('/metrics'),
      await statusOf(`/notes/${id(5)}`),
      await statusOf('/docs'),
    ]).toEqual([200, 200, 404, 404]);
    await worker.close();
  });

  it('reads the stepped clock in the transaction, and refuses to move it back', async () => {
    const database = await Database.open({ url, applicationName: 'spec', migrations: [], schema: 'public' });
    const [stepped, rate] = [new DomainClock('stepped'), new DomainClock('rate')];
    await Promise.all([ensureDomainClock(database), ensureDomainClock(database)]);
    await expect(stepped.now(database)).rejects.toThrow('has not been set');
    await setDomainClock(database, '2026-01-01T00:00:00.000Z', 60);
    expect(await database.tx((tx) => stepped.now(tx))).toBe('2026-01-01T00:00:00.000Z');
    expect(await rate.wakeAfterMs(database, '2026-01-01T01:00:00.000Z')).toBe(60_000);
    await expect(setDomainClock(database, '2025-01-01T00:00:00.000Z')).rejects.toThrow('forward only');
    await database.close();
  });
});
