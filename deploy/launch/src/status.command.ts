import { isAlive, livingEngines } from '@redress/engines';
import { ENGINES_FOLDER, installationFolder } from './data.folders.ts';
import { readInstallation } from './installation.record.ts';
import { missingForReady } from './service.readiness.ts';

/** `status`: what runs, where, and whether it is ready; exit code 0 when everything that was started is, else 1. */
export async function statusCommand(say: (line: string) => void): Promise<number> {
  const engines = livingEngines(ENGINES_FOLDER).map(({ name, pid, port }) => ({ name, pid, port, state: 'running' }));
  const processes = await Promise.all(
    (readInstallation(installationFolder('main'))?.processes ?? []).map(async (process) => ({
      ...process,
      state: isAlive(process) ? ((await missingForReady(process.port)) ?? 'ready') : 'dead',
    })),
  );
  const rows = [...engines, ...processes];
  if (rows.length === 0) {
    say('Redress is not running.');
    return 1;
  }
  for (const { name, state, port, pid } of rows)
    say(`${name.padEnd(20)}port ${port}  process ${String(pid).padEnd(9)}${state}`);
  return processes.length > 0 && processes.every(({ state }) => state === 'ready') ? 0 : 1;
}
