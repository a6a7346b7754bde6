import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { STAFFING_QUEUE } from '@redress/contracts/workflow';
import { Readiness, SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { quietRuntime, runWorker, type RunningWorker } from '@redress/temporal/node';
import { AssignActivities } from '../assignment/assign.activities.ts';

/** Answers what the complaint's process asks on the queue of staffing. */
@Injectable()
export class StaffingWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: RunningWorker | undefined;

  constructor(
    private readonly activities: AssignActivities,
    private readonly readiness: Readiness,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  onApplicationBootstrap(): void {
    quietRuntime((line) => this.log.warn({ scope: 'temporal' }, line));
    const { temporal, payloadKey } = this.config;
    const activities = { assign: this.activities.assign.bind(this.activities) };
    const worker = runWorker({ ...temporal, payloadKey }, { taskQueue: STAFFING_QUEUE, activities }, (err) =>
      this.log.warn({ err }, 'Temporal is away'),
    );
    this.readiness.register('temporal', () => (worker.ready() ? null : 'not-polling'));
    this.worker = worker;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.stop();
  }
}
