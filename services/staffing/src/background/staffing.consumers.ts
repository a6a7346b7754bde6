import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Consumption } from '@redress/bus';
import { Metrics, Readiness } from '@redress/service-kit';
import { OpenCaseConsumer } from '../assignment/open-case.consumer.ts';
import { OpenActionConsumer } from '../handovers/open-action.consumer.ts';
import { PackActivatedConsumer } from '../authority/pack-activated.consumer.ts';
import { StaffingBus } from './staffing.bus.ts';

/** Runs the consumers of this service; ready when each has fetched lately. */
@Injectable()
export class StaffingConsumers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private consumptions: Consumption[] = [];

  constructor(
    private readonly bus: StaffingBus,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    private readonly packs: PackActivatedConsumer,
    private readonly openCases: OpenCaseConsumer,
    private readonly openActions: OpenActionConsumer,
  ) {}

  onApplicationBootstrap(): void {
    for (const options of [this.packs.options(), this.openCases.options(), this.openActions.options()]) {
      const consumption = this.bus.consume(options);
      this.consumptions.push(consumption);
      this.readiness.register(`consumer ${options.group}`, () => consumption.health());
      this.metrics.showLag(options.group, () => consumption.lag());
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.consumptions.map((consumption) => consumption.stop()));
  }
}
