import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Engine, LaunchPlan } from './engine.ts';
import { EngineError } from './engine.error.ts';
import { LogFile } from './log.file.ts';
import { readRecord, removeRecord, writeRecord } from './engine.record.ts';
import type { EngineRecord } from './engine.record.ts';
import { stopProcess } from './process.stop.ts';
import { pause } from './pause.ts';
import { isPortOpen, requireFreePort } from './port.ts';
import { identify, isAlive } from './process.identity.ts';

const PROBE_EVERY_MS = 200;
const LAUNCH_ATTEMPTS = 20;

export interface RunnerOptions {
  dataDir: string;
  onProgress: (line: string) => void;
  signal?: AbortSignal;
}

/** Starts, adopts, kills and stops the process of one engine. */
export class EngineRunner {
  readonly engine: Engine;
  readonly log: LogFile;
  readonly #options: RunnerOptions;

  constructor(engine: Engine, options: RunnerOptions) {
    this.engine = engine;
    this.#options = options;
    this.log = new LogFile(join(options.dataDir, 'logs', `${engine.name}.log`));
  }

  /** The process while it lives. */
  get living(): EngineRecord | undefined {
    const record = readRecord(this.#options.dataDir, this.engine.name);
    return record && isAlive(record) ? record : undefined;
  }

  /** Takes over the living process when it answers; otherwise starts a new one. */
  async start(signal = this.#options.signal): Promise<void> {
    const { onProgress } = this.#options;
    const living = this.living;
    if (living && (await this.#answersSoon(living, signal))) {
      onProgress(`${this.engine.title} is already running on port ${living.port} (process ${living.pid})`);
      return;
    }
    if (living) await this.stop();
    await this.#launch(signal);
    onProgress(`${this.engine.title} is up on port ${this.engine.port}`);
  }

  async stop(): Promise<void> {
    const living = this.living;
    if (living) await stopProcess(living, this.engine.stopSignals);
    await removeRecord(this.#options.dataDir, this.engine.name);
  }

  /** Sends one signal; waits for the end when the signal means one. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const living = this.living;
    if (!living) throw new EngineError(`${this.engine.title} is not running.`);
    process.kill(living.pid, signal);
    if (!['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT'].includes(signal)) return;
    while (isAlive(living)) await pause(20);
  }

  async #answersSoon(living: EngineRecord, signal?: AbortSignal): Promise<boolean> {
    if (living.port !== this.engine.port) return false;
    const deadline = Date.now() + 20_000;
    while (isAlive(living) && Date.now() < deadline) {
      if (await answers(this.engine)) return true;
      await pause(PROBE_EVERY_MS, signal);
    }
    return false;
  }

  async #launch(signal?: AbortSignal): Promise<void> {
    for (const port of this.engine.listensOn) {
      await requireFreePort(port, this.engine.title, this.engine.portRemedy);
    }
    const plan = await this.engine.prepare();
    for (let attempt = 1; ; attempt += 1) {
      const ending = await this.#tryOnce(plan, signal);
      if (ending === undefined) return;
      const passes = this.engine.passingFailure?.test(ending) && attempt < LAUNCH_ATTEMPTS;
      if (!passes) throw this.#diedWith(ending);
      await pause(500, signal);
    }
  }

  /** Undefined when it answers; the end of its log when it died. */
  async #tryOnce(plan: LaunchPlan, signal?: AbortSignal): Promise<string | undefined> {
    const record = await this.#spawn(plan);
    await writeRecord(this.#options.dataDir, this.engine.name, record);
    const deadline = Date.now() + this.engine.readyWithinSeconds * 1_000;
    while (isAlive(record)) {
      if (await answers(this.engine)) return undefined;
      if (Date.now() > deadline) throw this.#silent();
      await pause(PROBE_EVERY_MS, signal);
    }
    return this.log.tail();
  }

  async #spawn(plan: LaunchPlan): Promise<EngineRecord> {
    const output = this.log.open();
    try {
      const { command, args, cwd, env, uid, gid } = plan;
      const stdio = ['ignore', output, output] as const;
      const child = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio: [...stdio] });
      child.unref();
      await once(child, 'spawn').catch((error: Error) => {
        throw new EngineError(`${this.engine.title} cannot be started: ${error.message}.`);
      });
      const pid = child.pid ?? 0;
      return { pid, startedAt: identify(pid)?.startedAt ?? 'gone', port: this.engine.port };
    } finally {
      this.log.close(output);
    }
  }

  #diedWith(ending: string): EngineError {
    const full = /no space left on device/i.test(ending);
    const cause = full ? 'because the disk is full: free some space and start again' : 'while starting';
    return new EngineError(`${this.engine.title} died ${cause}; the end of ${this.log.file}:`, ending);
  }

  #silent(): EngineError {
    const { title, readyWithinSeconds } = this.engine;
    return new EngineError(
      `${title} did not answer within ${readyWithinSeconds} s; the end of ${this.log.file}:`,
      this.log.tail(),
    );
  }
}

/** A closed port is found out for next to nothing; clients are costly to make. */
async function answers(engine: Engine): Promise<boolean> {
  if (!(await isPortOpen(engine.port))) return false;
  return engine.probe().then(
    () => true,
    () => false,
  );
}
