import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, RestingLoop } from '@redress/db';
import { SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { ImportLoader } from './import.loader.ts';
import { ImportRepository } from './import.repository.ts';

/** Advisory lock of the one process that loads; it goes with the process. */
const LOADER_LOCK = 7_130_040;
const IDLE_POLL_MS = 1_000;

/** The role `consumers`: loads imports one after the other, and goes on with what a process that died has left. */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: RestingLoop;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) log: ServiceLog,
    @Inject(ImportRepository) private readonly imports: ImportRepository,
    @Inject(ImportLoader) private readonly loader: ImportLoader,
  ) {
    this.loop = new RestingLoop({
      longestRestMs: IDLE_POLL_MS,
      turn: () => this.loadNext(),
      onFault: (err) => log.warn({ err }, 'an import waits'),
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.roles.includes('consumers')) this.loop.start();
  }

  /** There is something to load; a process that does not load looks for itself. */
  wake(): void {
    this.loop.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** False when there is nothing to load, or another process is at it. */
  private async loadNext(): Promise<boolean> {
    await this.imports.forgetGivenUp();
    if (!(await this.imports.isAnyWaiting())) return false;
    const lock = await this.database.dedicated();
    try {
      const [row] = await lock.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [LOADER_LOCK]);
      if (row?.held !== true) return false;
      try {
        return await this.load();
      } finally {
        await lock.query('SELECT pg_advisory_unlock($1)', [LOADER_LOCK]);
      }
    } finally {
      await lock.release();
    }
  }

  private async load(): Promise<boolean> {
    const one = await this.imports.next();
    if (one === null) return false;
    try {
      await this.loader.load(one, () => this.loop.isStopping);
      return true;
    } catch (fault) {
      await this.imports.touch(one.id);
      throw fault;
    }
  }
}
