import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { TopicMaker } from '@redress/bus';
import { Database, Relay } from '@redress/db';
import { Metrics, SERVICE_LOG, type ServiceLog } from '@redress/service-kit';
import { SCHEMA } from '../schema.ts';
import { StaffingBus } from './staffing.bus.ts';
import { STAFFING_TOPICS } from './staffing.topics.ts';

/** Carries the facts of this service to Kafka. */
@Injectable()
export class StaffingRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relay: Relay;
  private readonly topics: TopicMaker;

  constructor(database: Database, bus: StaffingBus, metrics: Metrics, @Inject(SERVICE_LOG) log: ServiceLog) {
    metrics.showOutbox(database, SCHEMA);
    this.topics = bus.topicMaker(STAFFING_TOPICS);
    this.relay = new Relay({
      database,
      schema: SCHEMA,
      queue: 'fact',
      sender: bus.factSender(STAFFING_TOPICS),
      onFault: (err) => log.warn({ err }, 'facts wait'),
    });
  }

  onApplicationBootstrap(): void {
    this.topics.start();
    this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.topics.stop(), this.relay.stop()]);
  }
}
