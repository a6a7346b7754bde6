import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isTransient, type Bus, type Consumption } from '@redress/bus';
import { Metrics, Readiness, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { PlannedConsumer } from '../actions/planned.consumer.ts';
import { BUS } from '../improvement.tokens.ts';
import { RegisterConsumer } from '../register/register.consumer.ts';

/** The role `consumers`: one group projects, one acts. */
@Injectable()
export class ImprovementConsumers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private consumptions: Consumption[] = [];

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(BUS) private readonly bus: Bus,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    private readonly register: RegisterConsumer,
    private readonly planned: PlannedConsumer,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('consumers')) return;
    for (const options of [this.register.options(), this.planned.options()]) {
      const consumption = this.bus.consume({ ...options, isTransient });
      this.consumptions.push(consumption);
      this.readiness.register(`consumer ${options.group}`, () => consumption.health());
      this.metrics.showLag(options.group, () => consumption.lag());
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.consumptions.map((consumption) => consumption.stop()));
  }
}
