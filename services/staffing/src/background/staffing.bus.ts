import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createBus, TopicMaker, type Bus, type ConsumeOptions, type Consumption, type Topic } from '@redress/bus';
import type { Sender } from '@redress/db';
import { SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';

/** This process's bus; closed after everything that uses it has stopped. */
@Injectable()
export class StaffingBus implements OnApplicationShutdown {
  private readonly bus: Bus;

  constructor(
    @Inject(SERVICE_CONFIG) { kafka }: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {
    this.bus = createBus({ ...kafka, clientId: 'redress-staffing', log });
  }

  topicMaker(topics: readonly Topic[]): TopicMaker {
    return new TopicMaker(this.bus, topics, this.log);
  }

  factSender(topics: readonly Topic[]): Sender {
    return this.bus.factSender(topics);
  }

  consume(options: ConsumeOptions): Consumption {
    return this.bus.consume(options);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}
