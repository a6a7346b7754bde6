import { Database } from '@redress/db';
import { readMigrationConfig } from '../config/environment.config.ts';
import { rootLogger } from '../log/root.logger.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** Brings the schema of a service to its latest version, and ends the process with 1 when that fails. */
export async function runMigrations({ name, database }: Pick<ServiceDefinition, 'name' | 'database'>): Promise<void> {
  const config = readMigrationConfig();
  const log = rootLogger(name, config.logLevel);
  try {
    const opened = await Database.open({
      ...database,
      url: config.databaseUrl,
      applicationName: `redress-${name}-migrate`,
    });
    await opened.migrate();
    await opened.close();
    log.info({ schema: database.schema }, 'migrated');
  } catch (fault) {
    log.fatal({ err: fault }, 'the schema cannot be brought up to date');
    process.exit(1);
  }
}
