import { Database } from '@redress/db';
import { readConfig, rootLogger } from '@redress/service-kit';
import { lazyClient } from '@redress/temporal/node';
import { repairProcesses } from './delivery/process.repair.ts';
import { INTAKE_DATABASE } from './intake.service.ts';
import { intakeSettings } from './intake.settings.ts';

const { databaseUrl, temporal: address, payloadKey, logLevel } = readConfig(intakeSettings);
const log = rootLogger('intake', logLevel);

try {
  const database = await Database.open({
    ...INTAKE_DATABASE,
    url: databaseUrl,
    applicationName: 'redress-intake-repair',
    poolSize: 2,
  });
  const temporal = lazyClient({ ...address, payloadKey });
  const { open, running, started, completed } = await repairProcesses(database, temporal);
  process.stdout.write(`${open} open complaints: ${running} had a process, ${started} were started.\n`);
  for (const id of completed)
    process.stdout.write(`The process of ${id} has completed although the complaint has not ended.\n`);
  await temporal.connection.close();
  await database.close();
} catch (fault) {
  log.fatal({ err: fault }, 'the processes cannot be repaired');
  process.exit(1);
}
