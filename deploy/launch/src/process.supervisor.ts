import type { ManagedProcess } from './service.process.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A process that lived this long has recovered: its next fall starts from the first wait. */
const STEADY_AFTER_MS = 60_000;

/** Starts processes again that ended by themselves, each time a little later. */
export class ProcessSupervisor {
  readonly #onProgress: (line: string) => void;
  readonly #falls = new Map<string, { waitMs: number; at: number }>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(onProgress: (line: string) => void) {
    this.#onProgress = onProgress;
  }

  ended(process: ManagedProcess, how: string): void {
    const waitMs = this.#nextWait(process.name);
    this.#onProgress(`${process.name} ended ${how}, starts again in ${waitMs / 1_000} s (log: ${process.logFile})`);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      process.start();
    }, waitMs);
    this.#timers.add(timer);
  }

  /** No process is started again from now on. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #nextWait(name: string): number {
    const before = this.#falls.get(name);
    const steady = before && Date.now() - before.at > STEADY_AFTER_MS;
    const waitMs = before && !steady ? Math.min(before.waitMs * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
    this.#falls.set(name, { waitMs, at: Date.now() });
    return waitMs;
  }
}
