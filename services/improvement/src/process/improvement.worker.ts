import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { IMPROVEMENT_QUEUE } from '@redress/contracts/action-workflow';
import { Readiness, SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { quietRuntime, runWorker, type RunningWorker } from '@redress/temporal/node';
import { ActionActivities } from './action.activities.ts';

/** The role `activities`: answers what the processes of actions ask. */
@Injectable()
export class ImprovementWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: RunningWorker | undefined;

  constructor(
    private readonly activities: ActionActivities,
    private readonly readiness: Readiness,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('activities')) return;
    quietRuntime((line) => this.log.warn({ sdk: line.slice(0, 200) }, 'temporal'));
    const { temporal, payloadKey } = this.config;
    const activities = { fireActionDue: this.activities.fireActionDue.bind(this.activities) };
    this.worker = runWorker({ ...temporal, payloadKey }, { taskQueue: IMPROVEMENT_QUEUE, activities }, (err) =>
      this.log.warn({ err }, 'the worker begins again'),
    );
    this.readiness.register('activities', () => (this.worker?.ready() === true ? null : 'not-polling'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.stop();
  }
}
