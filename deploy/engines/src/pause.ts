import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from './engine.error.ts';

/** Waits; rejects with one sentence when the signal is aborted. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  throwIfInterrupted(signal);
  await sleep(milliseconds, undefined, { signal }).catch(() => throwIfInterrupted(signal));
}

/** Throws when the signal is aborted. */
export function throwIfInterrupted(signal?: AbortSignal): void {
  if (signal?.aborted) throw new EngineError('Interrupted.');
}
