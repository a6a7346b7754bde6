import { rm } from 'node:fs/promises';
import { deleteTopics } from '@redress/engines';
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
