import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { registerComplaintExample } from '@redress/contracts';
import type { Database } from '@redress/db';
import type { Actor, Capability } from '@redress/policy';
import { createService, parseConfig } from '@redress/service-kit';
import { openTestDatabase, testEnvironment, testTokens, until } from '@redress/testkit';
import type { ReceiptView } from './receipts/receipt.view.ts';
import { INTAKE_DATABASE, intakeService } from './intake.service.ts';
import { intakeSettings } from './intake.settings.ts';

/** Domain time at which a suite begins. */
export const STARTS_AT = '2026-11-23T01:00:00.000Z';
const tokens = await testTokens();

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
    const { url, database, drop } = await openTestDatabase(INTAKE_DATABASE, STARTS_AT);
    const environment = testEnvironment(url, roles, { REDRESS_CLOCK: 'stepped', ...more });
    const config = parseConfig(environment, intakeSettings);
    const app = await createService({ ...intakeService(config), tokenKeys: () => tokens.keys });
    return new TestIntake(app, database, drop);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dropDatabase();
  }

  async get<Body>(path: string, actor: Actor = person()): Promise<Answer<Body>> {
    return this.send('GET', path, actor);
  }

  /** The body of an answer as it came. */
  async bytes(path: string, actor: Actor): Promise<Buffer> {
    const headers = { authorization: await tokens.authorization(actor) };
    return (await this.app.inject({ method: 'GET', url: path, headers })).rawPayload;
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
    const headers = { authorization: await tokens.authorization(actor), ...(type && { 'content-type': type }) };
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
    await until(async () => (await this.count('intake.search_queue')) === 0);
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
