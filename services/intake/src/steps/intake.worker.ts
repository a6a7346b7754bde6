import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { INTAKE_QUEUE } from '@redress/contracts/workflow';
import { Readiness, SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { quietRuntime, runWorker, type RunningWorker } from '@redress/temporal/node';
import { RegisterActivities } from './register.activities.ts';

/** The role `activities`: takes the process's steps. */
@Injectable()
export class IntakeWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: RunningWorker | undefined;

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(RegisterActivities) private readonly activities: RegisterActivities,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('activities')) return;
    const { fireDue, recordStep } = this.activities;
    quietRuntime((line) => this.log.warn({ sdk: line.slice(0, 200) }, 'temporal'));
    const part = { taskQueue: INTAKE_QUEUE, activities: { fireDue, recordStep } };
    const to = { ...this.config.temporal, payloadKey: this.config.payloadKey };
    this.worker = runWorker(to, part, (err) => this.log.warn({ err }, 'the worker begins again'));
    this.readiness.register('activities', () => (this.worker?.ready() === true ? null : 'not-polling'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.stop();
  }
}
