import { isAlive, livingEngines, LOOPBACK } from '@redress/engines';
import { ENGINES_FOLDER, installationFolder } from './data.folders.ts';
import { readInstallation } from './installation.record.ts';

/** `status`: what runs, where, and whether it is ready; exit code 0 when everything that was started is, else 1. */
export async function statusCommand(say: (line: string) => void): Promise<number> {
  const engines = livingEngines(ENGINES_FOLDER).map(({ name, pid, port }) => ({ name, pid, port, state: 'running' }));
  const processes = await Promise.all(
    (readInstallation(installationFolder('main'))?.processes ?? []).map(async (process) => ({
      ...process,
      state: isAlive(process) ? await readiness(process.port) : 'dead',
    })),
  );
  const rows = [...engines, ...processes];
  if (rows.length === 0) {
    say('Redress is not running.');
    return 1;
  }
  for (const { name, state, port, pid } of rows)
    say(`${name.padEnd(20)}${state.padEnd(11)}port ${port}  process ${pid}`);
  return processes.length > 0 && processes.every(({ state }) => state === 'ready') ? 0 : 1;
}

async function readiness(port: number): Promise<string> {
  try {
    const answer = await fetch(`http://${LOOPBACK}:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    return answer.status === 200 ? 'ready' : 'not ready';
  } catch {
    return 'silent';
  }
}
