import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createBus, isTransient, type Bus, type Following, type Publication } from '@redress/bus';
import { COMPLAINT_TOPIC, DIRECTORY_TOPIC, PACK_TOPIC } from '@redress/contracts';
import { Database } from '@redress/db';
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
import { ANALYTICS_DATABASE, analyticsService } from './analytics.service.ts';
import { analyticsSettings } from './analytics.settings.ts';
import type { ComplaintsPage } from './figures/complaint.view.ts';
import { ORGANISATION_GROUP } from './organisation/organisation.consumer.ts';
import type { ComplaintStory } from './projection/complaint-story.builder.ts';
import { complaintsGroup } from './projection/complaints.group.ts';

const NOWHERE = '127.0.0.1:1';
const GIVES_UP_AFTER_MS = 40_000;

function needed(name: string): string {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} is missing: these specs run on real engines`);
  return value;
}

/** Analytics on a database of its own and topics of its own; the facts are published by the spec. */
export class TestAnalytics {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    readonly bus: Bus,
    private readonly token: (capabilities: readonly Capability[]) => Promise<string>,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async open(now: Instant): Promise<TestAnalytics> {
    const postgres = needed('REDRESS_TEST_POSTGRES_URL');
    const brokers = needed('REDRESS_TEST_KAFKA_BROKERS').split(',');
    const name = `analytics_${randomBytes(6).toString('hex')}`;
    const topicPrefix = `spec-${randomUUID()}.`;
    const admin = await Database.open({ url: postgres, applicationName: 'spec', migrations: [], schema: 'public' });
    await admin.query(`CREATE DATABASE ${name}`);
    const url = Object.assign(new URL(postgres), { pathname: `/${name}` }).href;
    const database = await Database.open({ ...ANALYTICS_DATABASE, url, applicationName: 'spec' });
    await database.migrate();
    await ensureDomainClock(database);
    await setDomainClock(database, now);
    const bus = createBus({ brokers, topicPrefix, clientId: 'spec', log: rootLogger('spec', 'silent') });
    await bus.ensureTopics(
      [COMPLAINT_TOPIC, DIRECTORY_TOPIC, PACK_TOPIC].map((topic) => ({ name: topic, partitions: 4 })),
    );
    const { keys, token } = await signing();
    const config = parseConfig(environmentOf(url, brokers, topicPrefix), analyticsSettings);
    const app = await createService({ ...analyticsService(config), tokenKeys: () => keys });
    return new TestAnalytics(app, database, bus, token, async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.bus.close();
    await this.database.close();
    await this.dropDatabase();
  }

  async publish(...stories: ComplaintStory[]): Promise<void> {
    const publications = stories.flatMap(({ id: key, events }) =>
      events.map((event): Publication => ({ topic: COMPLAINT_TOPIC, key, event })),
    );
    await this.bus.publish(publications);
  }

  /** Waits until everything that was published has been taken. */
  async quiet(generation = 1): Promise<void> {
    const groups = [ORGANISATION_GROUP, { group: complaintsGroup(generation), topics: [COMPLAINT_TOPIC] }];
    await this.until(async () => (await this.lagOf(groups)) === 0);
  }

  get<View>(address: string, ...capabilities: Capability[]): Promise<View> {
    return this.at(`/figures/${address}`, ...capabilities);
  }

  async at<View>(url: string, ...capabilities: Capability[]): Promise<View> {
    const needs: Capability[] = capabilities.length === 0 ? ['see-figures', 'read-restricted'] : capabilities;
    const answer = await this.app.inject({
      url,
      headers: { authorization: `Bearer ${await this.token(needs)}` },
    });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  }

  /** The complaints behind a figure. */
  async idsBehind(complaints = '?'): Promise<string[]> {
    return (await this.get<ComplaintsPage>(`complaints${complaints}`)).items.map(({ id }) => id);
  }

  /** A group's coordinator that is still loading is asked again. */
  private async lagOf(groups: readonly Following[]): Promise<number | undefined> {
    try {
      return Object.values(await this.bus.lag(groups)).reduce((sum, records) => sum + records, 0);
    } catch (fault) {
      if (isTransient(fault)) return undefined;
      throw fault;
    }
  }

  private async until(holds: () => Promise<boolean>): Promise<void> {
    const givesUpAt = Date.now() + GIVES_UP_AFTER_MS;
    while (!(await holds())) {
      if (Date.now() > givesUpAt) throw new Error('it did not come about');
      await pause(50);
    }
  }
}

async function signing() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] });
  const token = (capabilities: readonly Capability[]): Promise<string> => {
    const actor: Actor = {
      ...{ id: randomUUID(), kind: 'person', roles: [], capabilities, departmentId: null, limits: null },
    };
    const { sub, ...claims } = claimsOf(actor);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'one' })
      .setSubject(sub)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setJti('j')
      .setExpirationTime('10 minutes')
      .sign(privateKey);
  };
  return { keys, token };
}

function environmentOf(url: string, brokers: readonly string[], topicPrefix: string): Record<string, string> {
  const key = randomBytes(32).toString('base64');
  return {
    ...{ REDRESS_DATABASE_URL: url, REDRESS_KAFKA_BROKERS: brokers.join(','), REDRESS_TOPIC_PREFIX: topicPrefix },
    ...{ REDRESS_TEMPORAL_ADDRESS: NOWHERE, REDRESS_PORT: '0', REDRESS_JWKS_URL: `http://${NOWHERE}/jwks.json` },
    ...{ REDRESS_MASTER_KEY: key, REDRESS_PAYLOAD_KEY: key, REDRESS_HMAC_KEY: key },
    ...{ REDRESS_PROFILE: 'test', REDRESS_CLOCK: 'stepped', REDRESS_ROLES: 'api,consumers', LOG_LEVEL: 'silent' },
  };
}
