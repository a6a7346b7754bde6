import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, IdleSleep, isTransientFault } from '@redress/db';
import { SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { SearchIndex } from './search.index.ts';

const AT_ONCE = 50;
const IDLE_POLL_MS = 1_000;

/** Keeps the search index, off the way of receipts and commands; needs PostgreSQL only. */
@Injectable()
export class SearchIndexer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly idle = new IdleSleep(IDLE_POLL_MS);
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(SearchIndex) private readonly index: SearchIndex,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('consumers')) return;
    this.database.bell.onRing(() => this.idle.wake());
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.idle.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    let outdatedQueued = false;
    let most = AT_ONCE;
    while (!this.idle.isStopped) {
      try {
        if (!outdatedQueued) await this.index.queueOutdated(this.database);
        outdatedQueued = true;
        const emptied = await this.database.tx((tx) => this.index.indexNext(tx, most));
        if (emptied === 0) await this.idle.sleep();
      } catch (fault) {
        most = await this.afterFault(fault, most);
      }
    }
  }

  /** One complaint that cannot be read must not keep the others from being found: it is taken alone, then left out. */
  private async afterFault(fault: unknown, most: number): Promise<number> {
    if (!isTransientFault(fault)) {
      if (most > 1) return 1;
      const complaintId = await this.index.leaveOutFirst(this.database).catch(() => null);
      this.log.error({ err: fault, complaintId }, 'a complaint cannot be indexed');
      return AT_ONCE;
    }
    this.log.warn({ err: fault }, 'the search index waits');
    await this.idle.sleep();
    return most;
  }
}
