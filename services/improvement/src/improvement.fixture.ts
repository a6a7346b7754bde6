import { randomUUID } from 'node:crypto';
import { createBus } from '@redress/bus';
import { ACTION_TOPIC, COMPLAINT_TOPIC, DIRECTORY_TOPIC, PERSON_TOPIC } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import type { Actor, Capability, Instant } from '@redress/policy';
import { createService, parseConfig, rootLogger, setDomainClock } from '@redress/service-kit';
import { engineAddress, openTestDatabase, testEnvironment, testTokens, until } from '@redress/testkit';
import { IMPROVEMENT_DATABASE, improvementService } from './improvement.service.ts';
import { improvementSettings } from './improvement.settings.ts';

const GROUPS = [
  { group: 'improvement.register', topics: [COMPLAINT_TOPIC, DIRECTORY_TOPIC] },
  { group: 'improvement.actions', topics: [COMPLAINT_TOPIC, PERSON_TOPIC] },
];

/** A person as the tokens of the specs say it. */
export function somebody(departmentId: string, ...capabilities: Capability[]): Actor {
  return { id: randomUUID(), kind: 'person', roles: [], capabilities, departmentId, limits: null };
}

export type ImprovementFixture = Awaited<ReturnType<typeof openImprovement>>;

/** Improvement on a new database, real Kafka and a clock that the spec moves, with the facts of others published by hand. */
export async function openImprovement(startsAt: Instant) {
  const brokers = engineAddress('kafka');
  const topicPrefix = `spec-${randomUUID()}.`;
  const { url, database, drop } = await openTestDatabase(IMPROVEMENT_DATABASE, startsAt);
  const log = rootLogger('spec', 'silent');
  const bus = createBus({ brokers: brokers.split(','), topicPrefix, clientId: 'spec', log });
  await bus.ensureTopics(
    [COMPLAINT_TOPIC, PERSON_TOPIC, DIRECTORY_TOPIC].map((topic) => ({ name: topic, partitions: 2 })),
  );
  const environment = testEnvironment(url, 'api,consumers,relay', {
    ...{ REDRESS_KAFKA_BROKERS: brokers, REDRESS_TOPIC_PREFIX: topicPrefix, REDRESS_CLOCK: 'stepped' },
  });
  const config = parseConfig(environment, improvementSettings);
  const tokens = await testTokens();
  const app = await createService({ ...improvementService(config), tokenKeys: () => tokens.keys });

  return {
    app,
    database,
    readTopic: () => bus.readAll(ACTION_TOPIC),
    call: async (actor: Actor, method: 'GET' | 'POST', address: string, payload?: object, key?: string) => {
      const headers = {
        authorization: await tokens.authorization(actor),
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
      await drop();
    },
  };
}
