import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process.identity.ts';
import type { ProcessIdentity } from './process.identity.ts';

/** Sends the signals one after the other, each when the one before had `patienceMs` without effect. */
export async function stopProcess(
  identity: ProcessIdentity,
  signals: readonly NodeJS.Signals[],
  patienceMs = 15_000,
): Promise<void> {
  for (const signal of signals) {
    if (!isAlive(identity)) return;
    trySignal(identity.pid, signal);
    const deadline = Date.now() + patienceMs;
    while (isAlive(identity) && Date.now() < deadline) await sleep(50);
  }
}

/** Sends a signal; a process that is already gone is no error. */
export function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
