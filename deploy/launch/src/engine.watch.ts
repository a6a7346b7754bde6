import type { EngineName, RunningEngines } from '@redress/engines';

const LOOK_EVERY_MS = 2_000;
const RETRY_AFTER_MS = 15_000;

/** Starts an engine again that died while it was needed. */
export class EngineWatch {
  readonly #engines: RunningEngines;
  readonly #onProgress: (line: string) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #notBefore = new Map<EngineName, number>();
  #looking: Promise<void> | undefined;

  constructor(engines: RunningEngines, onProgress: (line: string) => void) {
    this.#engines = engines;
    this.#onProgress = onProgress;
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** Resolves when no engine is being started any more. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    for (const name of this.#engines.dead()) await this.#revive(name);
  }

  async #revive(name: EngineName): Promise<void> {
    if (Date.now() < (this.#notBefore.get(name) ?? 0)) return;
    this.#notBefore.set(name, Date.now() + RETRY_AFTER_MS);
    this.#onProgress(`${name} has died and is started again`);
    await this.#engines.restart(name).catch((error: Error) => this.#onProgress(error.message));
  }
}
