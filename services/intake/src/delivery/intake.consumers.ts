import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isTransient, type Bus, type Consumption } from '@redress/bus';
import { Metrics, Readiness, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { AbsenceConsumer } from '../absence/absence.consumer.ts';
import { DirectoryConsumer } from '../directory/directory.consumer.ts';
import { BUS } from '../intake.tokens.ts';
import { ActionNoticeConsumer } from '../notices/action-notice.consumer.ts';

/** The role `consumers`: ready when each has fetched lately. */
@Injectable()
export class IntakeConsumers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly consumptions: Consumption[] = [];

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(DirectoryConsumer) private readonly directory: DirectoryConsumer,
    @Inject(AbsenceConsumer) private readonly absences: AbsenceConsumer,
    @Inject(ActionNoticeConsumer) private readonly notices: ActionNoticeConsumer,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('consumers')) return;
    const named = { directory: this.directory, absences: this.absences, 'action notices': this.notices };
    for (const [name, consumer] of Object.entries(named)) {
      const options = consumer.options();
      const consumption = this.bus.consume({ ...options, isTransient });
      this.consumptions.push(consumption);
      this.readiness.register(name, () => consumption.health());
      this.metrics.showLag(options.group, () => consumption.lag());
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.consumptions.map((consumption) => consumption.stop()));
  }
}
