import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createBus, isTransient, type Bus, type Following, type Publication } from '@redress/bus';
import { COMPLAINT_TOPIC, DIRECTORY_TOPIC, PACK_TOPIC } from '@redress/contracts';
import type { Database } from '@redress/db';
import type { Actor, Capability, Instant } from '@redress/policy';
import { createService, parseConfig, rootLogger } from '@redress/service-kit';
import { engineAddress, openTestDatabase, testEnvironment, testTokens, until } from '@redress/testkit';
import { ANALYTICS_DATABASE, analyticsService } from './analytics.service.ts';
import { analyticsSettings } from './analytics.settings.ts';
import type { ComplaintsPage } from './figures/complaint.view.ts';
import { ORGANISATION_GROUP } from './organisation/organisation.consumer.ts';
import type { ComplaintStory } from './projection/complaint-story.builder.ts';
import { complaintsGroup } from './projection/complaints.group.ts';

const tokens = await testTokens();

/** Analytics on a database of its own and topics of its own; the facts are published by the spec. */
export class TestAnalytics {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    readonly bus: Bus,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async open(now: Instant): Promise<TestAnalytics> {
    const brokers = engineAddress('kafka');
    const topicPrefix = `spec-${randomUUID()}.`;
    const { url, database, drop } = await openTestDatabase(ANALYTICS_DATABASE, now);
    const log = rootLogger('spec', 'silent');
    const bus = createBus({ brokers: brokers.split(','), topicPrefix, clientId: 'spec', log });
    await bus.ensureTopics(
      [COMPLAINT_TOPIC, DIRECTORY_TOPIC, PACK_TOPIC].map((topic) => ({ name: topic, partitions: 4 })),
    );
    const environment = testEnvironment(url, 'api,consumers', {
      ...{ REDRESS_KAFKA_BROKERS: brokers, REDRESS_TOPIC_PREFIX: topicPrefix, REDRESS_CLOCK: 'stepped' },
    });
    const config = parseConfig(environment, analyticsSettings);
    const app = await createService({ ...analyticsService(config), tokenKeys: () => tokens.keys });
    return new TestAnalytics(app, database, bus, drop);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.bus.close();
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
    await until(async () => (await this.lagOf(groups)) === 0);
  }

  get<View>(address: string, ...capabilities: Capability[]): Promise<View> {
    return this.at(`/figures/${address}`, ...capabilities);
  }

  async at<View>(url: string, ...capabilities: Capability[]): Promise<View> {
    const needs: Capability[] = capabilities.length === 0 ? ['see-figures', 'read-restricted'] : capabilities;
    const answer = await this.app.inject({ url, headers: { authorization: await authorizationFor(needs) } });
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
}

/** Somebody who may do this, and whom nobody has seen before. */
function authorizationFor(capabilities: readonly Capability[]): Promise<string> {
  const actor: Actor = {
    ...{ id: randomUUID(), kind: 'person', roles: [], capabilities, departmentId: null, limits: null },
  };
  return tokens.authorization(actor);
}
