import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { EngineError, identify, isAlive, LogFile, pause, stopProcess } from '@redress/engines';
import type { ProcessIdentity } from '@redress/engines';
import type { ServiceProcess } from './installation.types.ts';
import type { PlannedProcess } from './process.plan.ts';
import { PARENT_GUARD, REPOSITORY_ROOT } from './repository.root.ts';
import { missingForReady } from './service.readiness.ts';

const READY_WITHIN_MS = 240_000;
const STOP_PATIENCE_MS = 10_000;

export interface ServiceProcessOptions {
  port: number;
  env: Record<string, string>;
  logFolder: string;
  signal?: AbortSignal;
  /** Called whenever a process has begun. */
  onStarted: () => void;
  /** Called when it ended and nobody had asked it to. */
  onEnded: (process: ManagedProcess, how: string) => void;
}

/** One service process: started with the installation's environment, ended with the launcher. */
export class ManagedProcess implements ServiceProcess {
  readonly name: string;
  readonly role: string;
  readonly port: number;
  readonly logFile: string;
  readonly #plan: PlannedProcess;
  readonly #options: ServiceProcessOptions;
  readonly #log: LogFile;
  #identity: ProcessIdentity | undefined;
  #expectedToEnd = false;

  constructor(plan: PlannedProcess, options: ServiceProcessOptions) {
    this.name = plan.name;
    this.role = plan.role;
    this.port = options.port;
    this.#plan = plan;
    this.#options = options;
    this.#log = new LogFile(join(options.logFolder, `${plan.name}.log`));
    this.logFile = this.#log.file;
  }

  get identity(): ProcessIdentity | undefined {
    return this.#identity && isAlive(this.#identity) ? this.#identity : undefined;
  }

  get pid(): number {
    return this.identity?.pid ?? 0;
  }

  /** Harmless while it runs. */
  start(): void {
    if (this.identity) return;
    const output = this.#log.open();
    const child = this.#spawn(output);
    this.#log.close(output);
    this.#expectedToEnd = false;
    this.#identity = child.pid === undefined ? undefined : identify(child.pid);
    child.once('error', (error) => this.#ended(child, error.message));
    child.once('exit', (code, killedBy) => this.#ended(child, killedBy ? `by ${killedBy}` : `with code ${code}`));
    this.#options.onStarted();
  }

  async stop(patienceMs = STOP_PATIENCE_MS): Promise<void> {
    this.#expectedToEnd = true;
    if (this.identity) await stopProcess(this.identity, ['SIGTERM', 'SIGKILL'], patienceMs);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    const identity = this.identity;
    if (!identity) throw new EngineError(`${this.name} is not running.`);
    process.kill(identity.pid, signal);
    if (signal !== 'SIGKILL' && signal !== 'SIGTERM') return;
    while (isAlive(identity)) await pause(20);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.start();
  }

  async waitReady(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    let missing: string | undefined;
    while (Date.now() < deadline) {
      if (!this.identity) throw new EngineError(`${this.name} died; the end of ${this.logFile}:`, this.#log.tail());
      missing = await missingForReady(this.port);
      if (missing === undefined) return;
      await pause(150, this.#options.signal);
    }
    throw new EngineError(
      `${this.name} was not ready within ${READY_WITHIN_MS / 1_000} s (${missing}); the end of ${this.logFile}:`,
      this.#log.tail(),
    );
  }

  /** In a group of its own, so that Ctrl-C reaches the launcher alone; the channel tells it when the launcher is gone. */
  #spawn(output: number): ChildProcess {
    const { env, port } = this.#options;
    const { program, roles } = this.#plan;
    return spawn(process.execPath, ['--import', PARENT_GUARD, join(REPOSITORY_ROOT, program)], {
      cwd: REPOSITORY_ROOT,
      env: { ...process.env, ...env, REDRESS_PORT: String(port), ...(roles ? { REDRESS_ROLES: roles } : {}) },
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
  }

  #ended(child: ChildProcess, how: string): void {
    if (child.pid !== undefined && this.#identity?.pid !== child.pid) return;
    this.#identity = undefined;
    if (!this.#expectedToEnd) this.#options.onEnded(this, how);
  }
}
