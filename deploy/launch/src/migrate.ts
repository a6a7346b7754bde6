import { EngineError } from '@redress/engines';
import { readConfig } from '@redress/service-kit';
import { migrate } from './installation.migration.ts';
import { prepareNamespace } from './installation.namespace.ts';
import { SERVICES } from './installation.types.ts';

/**
 * Makes what the processes of this version must find on engines that somebody else runs: the tables of all services, and the
 * namespace with its search attributes. The database itself must exist. Harmless when repeated.
 */
const { temporal } = readConfig();
try {
  await migrate(SERVICES, {});
  await prepareNamespace(temporal.address, temporal.namespace);
  process.stdout.write(`The tables and the namespace ${temporal.namespace} are up to date.\n`);
} catch (fault) {
  if (!(fault instanceof EngineError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
