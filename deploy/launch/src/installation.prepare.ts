import { LOOPBACK } from '@redress/engines';
import { createDatabase, databaseExists, databaseName, databaseUrl } from './installation.database.ts';
import { installationKeys } from './installation.keys.ts';
import { migrate } from './installation.migration.ts';
import { namespaceName, prepareNamespace } from './installation.namespace.ts';
import { SERVICES } from './installation.types.ts';
import type { InstallationOptions } from './installation.types.ts';

/** Makes all that must exist before the first process; answers the environment of every process. */
export async function prepareInstallation(
  options: InstallationOptions,
  ports: Record<string, number>,
): Promise<Record<string, string>> {
  const { name, dir, engines, signal, onProgress } = options;
  const database = databaseName(name);
  const exists = await databaseExists(engines.postgresUrl, database);
  const keys = await installationKeys(dir, exists);
  if (!exists) await createDatabase(engines.postgresUrl, database);
  const env: Record<string, string> = { ...environmentOf(options, ports), ...keys, ...options.environment };
  onProgress?.(`${name}: preparing database ${database} and namespace ${namespaceName(name)}`);
  await Promise.all([
    migrate(options.services ?? SERVICES, env, signal),
    prepareNamespace(engines.temporalAddress, namespaceName(name), signal),
  ]);
  if (options.clock !== 'system') await setClock(env['REDRESS_DATABASE_URL'] ?? '', options.clockStartsAt);
  return env;
}

/** Loaded only when needed: it brings half of a service with it, a second that `npm start` can spare. */
async function setClock(databaseUrl: string, startsAt = new Date().toISOString()): Promise<void> {
  const { startClock } = await import('./installation.clock.ts');
  await startClock(databaseUrl, startsAt);
}

/** What every process is told, keys aside. */
export function environmentOf(options: InstallationOptions, ports: Record<string, number>): Record<string, string> {
  const { name, dir, engines } = options;
  return {
    REDRESS_DATABASE_URL: databaseUrl(engines.postgresUrl, databaseName(name)),
    REDRESS_TEMPORAL_ADDRESS: engines.temporalAddress,
    REDRESS_TEMPORAL_NAMESPACE: namespaceName(name),
    REDRESS_KAFKA_BROKERS: engines.kafkaBrokers.join(','),
    REDRESS_TOPIC_PREFIX: `${name}.`,
    REDRESS_CLOCK: options.clock,
    REDRESS_PROFILE: options.profile,
    // Engines and all services share this machine: busy says little about being behind.
    REDRESS_SHED_READS_AT: '1',
    REDRESS_JWKS_URL: `http://${LOOPBACK}:${ports['staffing'] ?? 0}/.well-known/jwks.json`,
    REDRESS_INSTALLATION_DIR: dir,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
  };
}
