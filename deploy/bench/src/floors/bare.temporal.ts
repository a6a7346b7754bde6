import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows, lazyClient, runWorker, type TemporalAddress } from '@redress/temporal/node';
import type { Client } from '@temporalio/client';
import type { BareLife } from './bare.workflows.ts';
import { atOnce, perSecondOf } from '../at.once.ts';

const QUEUE = 'bench-bare';
const NOBODY = 'bench-nobody';

/** Bare processes on the same Temporal server and namespace: what the product is measured against. */
export class BareTemporal {
  private constructor(
    private readonly client: Client,
    private readonly stopWorker: () => Promise<void>,
  ) {}

  static async open(to: TemporalAddress): Promise<BareTemporal> {
    const here = dirname(fileURLToPath(import.meta.url));
    const workflowBundle = await bundleWorkflows(join(here, 'bare.workflows.js'));
    const activities = { nothing: async () => {} };
    const part = { taskQueue: QUEUE, workflowBundle, activities, reuseV8Context: true, maxCachedWorkflows: 500 };
    const worker = runWorker(to, part, (fault) => console.error(fault));
    return new BareTemporal(lazyClient(to), () => worker.stop());
  }

  /** Starts processes that nobody runs, `connections` at once, for `seconds`; answers how many a second. */
  startsPerSecond(connections: number, seconds: number): Promise<number> {
    return perSecondOf(connections, seconds, async () => {
      await this.client.workflow.start('bareStart', { taskQueue: NOBODY, workflowId: `bare/${randomUUID()}` });
    });
  }

  /** Runs so many bare processes to their end, `connections` at once; answers how many a second. */
  async livesPerSecond(life: BareLife, lives: number, connections: number): Promise<number> {
    const from = performance.now();
    await atOnce(connections, lives, () => this.live(life));
    return lives / ((performance.now() - from) / 1000);
  }

  private async live(life: BareLife): Promise<void> {
    const handle = await this.client.workflow.start('bareLife', {
      taskQueue: QUEUE,
      workflowId: `bare/${randomUUID()}`,
      args: [life],
    });
    for (let n = 0; n < life.updates; n += 1) await handle.executeUpdate('act');
    await handle.result();
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.client.connection.close();
  }
}
