import { join } from 'node:path';
import { EngineError, runCommand, startEngines } from '@redress/engines';
import type { RunningEngines } from '@redress/engines';
import { ENGINES_FOLDER, installationFolder } from './data.folders.ts';
import { databaseExists, databaseName } from './installation.database.ts';
import { prepareInstallation } from './installation.prepare.ts';
import { REPOSITORY_ROOT } from './repository.root.ts';

const MAIN = 'main';
const PROGRAM = join(REPOSITORY_ROOT, 'services/intake/dist/repair.js');

/** `repair`: starts every open complaint of the register that has no live process, whether the services run or not. */
export async function repairCommand(say: (line: string) => void): Promise<number> {
  const engines = await startEngines({ dataDir: ENGINES_FOLDER, profile: 'normal', onProgress: () => undefined });
  try {
    await repair(engines, say);
  } finally {
    await engines.stop();
  }
  return 0;
}

async function repair({ addresses }: RunningEngines, say: (line: string) => void): Promise<void> {
  if (!(await databaseExists(addresses.postgresUrl, databaseName(MAIN))))
    throw new EngineError('There is no register to repair: "npm start" makes one.');
  const options = { name: MAIN, dir: installationFolder(MAIN), engines: addresses } as const;
  const env = await prepareInstallation({ ...options, clock: 'system', profile: 'demo' }, {});
  await runCommand(process.execPath, [PROGRAM], {
    purpose: 'Repairing the processes',
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, ...env, REDRESS_PORT: '0', LOG_LEVEL: 'error' },
    onLine: say,
  });
}
