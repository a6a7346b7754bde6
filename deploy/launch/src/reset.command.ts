import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { EngineError, livingEngines, removeEngineData, startEngines, stopUnusedEngines } from '@redress/engines';
import { DATA_FOLDER, ENGINES_FOLDER, installationFolder } from './data.folders.ts';
import { livingLauncher } from './installation.record.ts';
import { removeInstallation } from './installation.remove.ts';

const GIVEN = ['REDRESS_POSTGRES_URL', 'REDRESS_TEMPORAL_ADDRESS', 'REDRESS_KAFKA_BROKERS'];

/** `reset`: removes every complaint, key and log of this clone, after asking; the cache of engines stays. */
export async function resetCommand(yes: boolean, say: (line: string) => void): Promise<number> {
  const launcher = livingLauncher(installationFolder('main'));
  if (launcher)
    throw new EngineError(
      `Redress is running (process ${launcher.pid}): stop it first with "npm run redress -- stop".`,
    );
  if (!yes && !(await confirmed())) {
    say('Nothing was removed.');
    return 1;
  }
  if (GIVEN.some((name) => process.env[name])) await removeFromGivenEngines(say);
  for (const folder of dataFolders()) await removeEngines(folder);
  rmSync(DATA_FOLDER, { recursive: true, force: true });
  say(`Removed all data of this clone (${DATA_FOLDER}).`);
  return 0;
}

/** Those of `npm start` and those of the tests. */
function dataFolders(): string[] {
  if (!existsSync(DATA_FOLDER)) return [];
  return readdirSync(DATA_FOLDER).map((name) => join(DATA_FOLDER, name));
}

async function removeEngines(folder: string): Promise<void> {
  if (livingEngines(folder).length > 0 && !(await stopUnusedEngines(folder))) {
    throw new EngineError('Another program uses the engines of this clone, a demo or a test perhaps: end it first.');
  }
  removeEngineData(folder);
}

/** Engines given by the environment keep what others store there: only the installation is removed. */
async function removeFromGivenEngines(say: (line: string) => void): Promise<void> {
  const engines = await startEngines({ dataDir: ENGINES_FOLDER, profile: 'normal', onProgress: say });
  try {
    await removeInstallation('main', engines.addresses, installationFolder('main'));
  } finally {
    await engines.stop();
  }
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new EngineError('"reset" removes all data: say so with --yes.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`Remove every complaint, key and log in ${DATA_FOLDER}? Type yes: `);
  prompt.close();
  return answer.trim().toLowerCase() === 'yes';
}
