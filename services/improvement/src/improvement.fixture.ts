import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createBus } from '@redress/bus';
import { ACTION_TOPIC, COMPLAINT_TOPIC, DIRECTORY_TOPIC, PERSON_TOPIC } from '@redress/contracts';
import { Database, type CloudEvent } from '@redress/db';
import type { Actor, Capability, Instant } from '@redress/policy';
import {
  claimsOf,
  createService,
  ensureDomainClock,
  parseConfig,
  rootLogger,
  setDomainClock,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
} from '@redress/service-kit';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { IMPROVEMENT_DATABASE, improvementService } from './improvement.service.ts';
import { improvementSettings } from './improvement.settings.ts';

const AT_MOST_MS = 40_000;
const GROUPS = [
  { group: 'improvement.register', topics: [COMPLAINT_TOPIC, DIRECTORY_TOPIC] },
  { group: 'improvement.actions', topics: [COMPLAINT_TOPIC, PERSON_TOPIC] },
];

function needed(name: string): string {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} is missing: these specs run on real engines`);
  return value;
}

/** A person as the tokens of the specs say it. */
export function somebody(departmentId: string, ...capabilities: Capability[]): Actor {
  return { id: randomUUID(), kind: 'person', roles: [], capabilities, departmentId, limits: null };
}

export type ImprovementFixture = Awaited<ReturnType<typeof openImprovement>>;

/** Improvement on a new database, real Kafka and a clock that the spec moves, with the facts of others published by hand. */
export async function openImprovement(startsAt: Instant) {
  const postgres = needed('REDRESS_TEST_POSTGRES_URL');
  const brokers = needed('REDRESS_TEST_KAFKA_BROKERS').split(',');
  const name = `improvement_${randomBytes(6).toString('hex')}`;
  const topicPrefix = `spec-${randomUUID()}.`;
  const admin = await Database.open({ url: postgres, applicationName: 'spec', migrations: [], schema: 'public' });
  await admin.query(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(postgres), { pathname: `/${name}` }).href;
  const database = await Database.open({ ...IMPROVEMENT_DATABASE, url, applicationName: 'spec' });
  await database.migrate();
  await ensureDomainClock(database);
  await setDomainClock(database, startsAt);
  const bus = createBus({ brokers, topicPrefix, clientId: 'spec', log: rootLogger('spec', 'silent') });
  await bus.ensureTopics(
    [COMPLAINT_TOPIC, PERSON_TOPIC, DIRECTORY_TOPIC].map((topic) => ({ name: topic, partitions: 2 })),
  );
  const keyPair = await generateKeyPair('EdDSA');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(keyPair.publicKey)), kid: 'one' }] });
  const app = await createService({
    ...improvementService(configOf(url, brokers, topicPrefix)),
    tokenKeys: () => keys,
  });

  const tokenOf = ({ id, ...actor }: Actor): Promise<string> => {
    const { sub: _, ...claims } = claimsOf({ id, ...actor });
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'one' })
      .setSubject(id)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setJti('j')
      .setExpirationTime('10 minutes')
      .sign(keyPair.privateKey);
  };

  async function until(holds: () => Promise<boolean>): Promise<void> {
    const givesUpAt = Date.now() + AT_MOST_MS;
    while (!(await holds())) {
      if (Date.now() > givesUpAt) throw new Error('it did not come about');
      await pause(50);
    }
  }

  return {
    app,
    database,
    until,
    readTopic: () => bus.readAll(ACTION_TOPIC),
    call: async (actor: Actor, method: 'GET' | 'POST', address: string, payload?: object, key?: string) => {
      const headers = {
        authorization: `Bearer ${await tokenOf(actor)}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      };
      const answer = await app.inject({ method, url: address, headers, ...(payload && { payload }) });
      return { status: answer.statusCode, body: answer.json() };
    },
    /** Publishes and waits until everything has been taken. */
    publish: async (...events: (CloudEvent & { readonly topic: string; readonly key: string })[]): Promise<void> => {
      await bus.publish(events.map(({ topic, key, ...event }) => ({ topic, key, event })));
      await until(async () => Object.values(await bus.lag(GROUPS)).every((records) => records === 0));
    },
    goTo: (at: Instant): Promise<void> => setDomainClock(database, at),
    close: async (): Promise<void> => {
      await app.close();
      await bus.close();
      await database.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}

function configOf(url: string, brokers: readonly string[], topicPrefix: string) {
  const key = randomBytes(32).toString('base64');
  const environment = {
    REDRESS_DATABASE_URL: url,
    REDRESS_KAFKA_BROKERS: brokers.join(','),
    REDRESS_TOPIC_PREFIX: topicPrefix,
    REDRESS_TEMPORAL_ADDRESS: '127.0.0.1:1',
    REDRESS_PORT: '0',
    REDRESS_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
    REDRESS_MASTER_KEY: key,
    REDRESS_PAYLOAD_KEY: key,
    REDRESS_HMAC_KEY: key,
    REDRESS_PROFILE: 'test',
    REDRESS_CLOCK: 'stepped',
    REDRESS_ROLES: 'api,consumers,relay',
    LOG_LEVEL: 'silent',
  };
  return parseConfig(environment, improvementSettings);
}
