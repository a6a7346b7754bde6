import { setTimeout as pause } from 'node:timers/promises';

const GIVES_UP_AFTER_MS = 40_000;
const LOOKS_EVERY_MS = 20;

/** Waits until it holds. Throws when it does not come about. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const givesUpAt = Date.now() + GIVES_UP_AFTER_MS;
  while (!(await holds())) {
    if (Date.now() > givesUpAt) throw new Error('it did not come about');
    await pause(LOOKS_EVERY_MS);
  }
}
