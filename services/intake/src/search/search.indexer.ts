import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, isTransientFault, RestingLoop } from '@redress/db';
import { SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { SearchIndex } from './search.index.ts';

const AT_ONCE = 50;
const IDLE_POLL_MS = 1_000;

/** Keeps the search index, off the way of receipts and commands; needs PostgreSQL only. */
@Injectable()
export class SearchIndexer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: RestingLoop;
  private outdatedQueued = false;
  private most = AT_ONCE;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(SearchIndex) private readonly index: SearchIndex,
  ) {
    this.loop = new RestingLoop({
      bell: database.bell,
      longestRestMs: IDLE_POLL_MS,
      turn: () => this.indexNext().catch((fault: unknown) => this.leaveOut(fault)),
      onFault: (err) => log.warn({ err }, 'the search index waits'),
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.roles.includes('consumers')) this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async indexNext(): Promise<boolean> {
    if (!this.outdatedQueued) await this.index.queueOutdated(this.database);
    this.outdatedQueued = true;
    return (await this.database.tx((tx) => this.index.indexNext(tx, this.most))) > 0;
  }

  /** One complaint that cannot be read must not keep the others from being found: it is taken alone, then left out. */
  private async leaveOut(fault: unknown): Promise<boolean> {
    if (isTransientFault(fault)) throw fault;
    if (this.most > 1) {
      this.most = 1;
      return true;
    }
    const complaintId = await this.index.leaveOutFirst(this.database).catch(() => null);
    this.log.error({ err: fault, complaintId }, 'a complaint cannot be indexed');
    this.most = AT_ONCE;
    return true;
  }
}
