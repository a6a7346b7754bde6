import { isAlive, stopProcess, stopUnusedEngines } from '@redress/engines';
import { ENGINES_FOLDER, installationFolder } from './data.folders.ts';
import { livingLauncher, readInstallation, removeInstallationRecord } from './installation.record.ts';

const LAUNCHER_PATIENCE_MS = 60_000;
const SERVICE_PATIENCE_MS = 10_000;

/** `stop`: asks the running launcher to stop, and ends whatever a killed one left behind. */
export async function stopCommand(say: (line: string) => void): Promise<number> {
  const dir = installationFolder('main');
  const launcher = livingLauncher(dir);
  if (launcher) await stopProcess(launcher, ['SIGTERM'], LAUNCHER_PATIENCE_MS);
  const left = readInstallation(dir)?.processes.filter((process) => isAlive(process)) ?? [];
  await Promise.all(left.map((process) => stopProcess(process, ['SIGTERM', 'SIGKILL'], SERVICE_PATIENCE_MS)));
  removeInstallationRecord(dir);
  const all = await stopUnusedEngines(ENGINES_FOLDER);
  say(all ? 'Stopped.' : 'The services are stopped; the engines go on, for another program uses them.');
  return 0;
}
