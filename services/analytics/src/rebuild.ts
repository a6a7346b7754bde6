import { Database } from '@redress/db';
import { readMigrationConfig, rootLogger } from '@redress/service-kit';
import { ANALYTICS_DATABASE } from './analytics.service.ts';
import { rebuildFigures } from './projection/rebuild.figures.ts';

const config = readMigrationConfig();
const log = rootLogger('analytics', config.logLevel);

try {
  const opened = await Database.open({
    ...ANALYTICS_DATABASE,
    url: config.databaseUrl,
    applicationName: 'redress-analytics-rebuild',
  });
  const generation = await rebuildFigures(opened);
  await opened.close();
  log.info({ generation }, 'the figures are built anew');
} catch (fault) {
  log.fatal({ err: fault }, 'the figures cannot be built anew');
  process.exit(1);
}
