import { rm } from 'node:fs/promises';
import { Kafka, logLevel } from 'kafkajs';
import type { EngineAddresses } from '@redress/engines';
import { databaseName, dropDatabase } from './installation.database.ts';
import { deleteNamespace, namespaceName } from './installation.namespace.ts';

/** Removes everything an installation holds on the engines, and its folder. It must be stopped; harmless when repeated. */
export async function removeInstallation(name: string, engines: EngineAddresses, dir: string): Promise<void> {
  await Promise.all([
    dropDatabase(engines.postgresUrl, databaseName(name)),
    deleteNamespace(engines.temporalAddress, namespaceName(name)),
    deleteTopics(engines.kafkaBrokers, `${name}.`),
  ]);
  await rm(dir, { recursive: true, force: true });
}

async function deleteTopics(brokers: string[], prefix: string): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const groups = (await admin.listGroups()).groups.filter(({ groupId }) => groupId.startsWith(prefix));
    if (groups.length > 0) await admin.deleteGroups(groups.map(({ groupId }) => groupId));
  } finally {
    await admin.disconnect();
  }
}
