import { randomBytes, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { registerComplaintExample } from '@redress/contracts';
import { Database } from '@redress/db';
import type { Actor, Capability } from '@redress/policy';
import {
  claimsOf,
  createService,
  ensureDomainClock,
  parseConfig,
  setDomainClock,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
} from '@redress/service-kit';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { ReceiptView } from './receipts/receipt.view.ts';
import { INTAKE_DATABASE, intakeService } from './intake.service.ts';
import { intakeSettings } from './intake.settings.ts';

/** Domain time at which a suite begins. */
export const STARTS_AT = '2026-11-23T01:00:00.000Z';
const NOWHERE = '127.0.0.1:1';
const GIVES_UP_AFTER_MS = 40_000;
const keyPair = await generateKeyPair('EdDSA');

/** A person of the specs, unless told otherwise a complaint manager. */
export function person(change: Partial<Actor> = {}): Actor {
  const capabilities: Capability[] = ['register', 'read-all', 'handle', 'coordinate'];
  return { id: randomUUID(), kind: 'person', roles: [], capabilities, departmentId: 'sales', limits: null, ...change };
}

/** What a call was answered. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Intake on a database of its own. Engines that are not named are out of reach. */
export class TestIntake {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  /** Throws when REDRESS_TEST_POSTGRES_URL is missing: a suite without its engine fails. */
  static async open(roles: string, more: Readonly<Record<string, string>> = {}): Promise<TestIntake> {
    const server = process.env['REDRESS_TEST_POSTGRES_URL'];
    if (server === undefined) throw new Error('REDRESS_TEST_POSTGRES_URL is missing');
    const name = `intake_${randomBytes(6).toString('hex')}`;
    const admin = await Database.open({
      ...{ url: server, applicationName: 'spec', migrations: [], schema: 'public', poolSize: 1 },
    });
    await admin.query(`CREATE DATABASE ${name}`);
    const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
    const database = await Database.open({ ...INTAKE_DATABASE, url, applicationName: 'spec', poolSize: 4 });
    await database.migrate();
    await ensureDomainClock(database);
    await setDomainClock(database, STARTS_AT);
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(keyPair.publicKey)), kid: 'one' }] });
    const config = parseConfig(environmentOf(url, roles, more), intakeSettings);
    const app = await createService({ ...intakeService(config), tokenKeys: () => keys });
    return new TestIntake(app, database, async () => {
      await database.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dropDatabase();
  }

  async get<Body>(path: string, actor: Actor = person()): Promise<Answer<Body>> {
    return this.send('GET', path, actor);
  }

  async post<Body>(path: string, body: unknown, actor: Actor = person()): Promise<Answer<Body>> {
    return this.send('POST', path, actor, JSON.stringify(body), 'application/json');
  }

  async send<Body>(
    method: 'GET' | 'POST',
    path: string,
    actor: Actor,
    payload?: string | Buffer | Readable,
    type?: string,
  ): Promise<Answer<Body>> {
    const headers = { authorization: `Bearer ${await tokenOf(actor)}`, ...(type && { 'content-type': type }) };
    const answer = await this.app.inject({ method, url: path, headers, ...(payload !== undefined && { payload }) });
    const body = /json/.test(String(answer.headers['content-type'])) ? answer.json<Body>() : (answer.body as Body);
    return { status: answer.statusCode, body };
  }

  /** Files a complaint of the given fields; answers its receipt. */
  async file(fields: object = {}, actor: Actor = person()): Promise<ReceiptView> {
    const receipt = { ...registerComplaintExample, channel: 'web-form', departmentId: 'sales', ...fields };
    const { status, body } = await this.post<ReceiptView>('/complaints', receipt, actor);
    if (status !== 202) throw new Error(`not accepted: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Waits until everything that was said can be found. */
  async indexed(): Promise<void> {
    await this.until(async () => (await this.count('intake.search_queue')) === 0);
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    const givesUpAt = Date.now() + GIVES_UP_AFTER_MS;
    while (!(await holds())) {
      if (Date.now() > givesUpAt) throw new Error('it did not come about');
      await pause(20);
    }
  }

  /** How many rows a table holds that meet the condition. */
  async count(table: string, condition = 'true', values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${condition}`,
      values,
    );
    return row?.n ?? 0;
  }
}

async function tokenOf(actor: Actor): Promise<string> {
  const { sub, ...claims } = claimsOf(actor);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'one' })
    .setSubject(sub)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setJti('j')
    .setExpirationTime('10 minutes')
    .sign(keyPair.privateKey);
}

function environmentOf(url: string, roles: string, more: Readonly<Record<string, string>>): Record<string, string> {
  const key = (): string => randomBytes(32).toString('base64');
  return {
    ...{ REDRESS_DATABASE_URL: url, REDRESS_ROLES: roles, REDRESS_TEMPORAL_ADDRESS: NOWHERE },
    ...{ REDRESS_KAFKA_BROKERS: NOWHERE, REDRESS_JWKS_URL: `http://${NOWHERE}/jwks.json`, REDRESS_PORT: '0' },
    ...{ REDRESS_MASTER_KEY: key(), REDRESS_PAYLOAD_KEY: key(), REDRESS_HMAC_KEY: key() },
    ...{ REDRESS_PROFILE: 'test', REDRESS_CLOCK: 'stepped', LOG_LEVEL: 'silent', ...more },
  };
}
