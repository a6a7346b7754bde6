import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { TopicMaker, type Bus, type Topic } from '@redress/bus';
import { ACTION_TOPIC } from '@redress/contracts';
import { Database, Relay } from '@redress/db';
import {
  DomainClock,
  Metrics,
  SERVICE_CONFIG,
  SERVICE_LOG,
  type ServiceConfig,
  type ServiceLog,
} from '@redress/service-kit';
import { Client } from '@temporalio/client';
import { PROCESS } from '../actions/action.writer.ts';
import type { ImprovementSettings } from '../improvement.settings.ts';
import { BUS } from '../improvement.tokens.ts';
import { SCHEMA } from '../schema.ts';
import { ActionSweeper } from './action.sweeper.ts';
import { processSender } from './process.sender.ts';

const TOPICS: readonly Topic[] = [{ name: ACTION_TOPIC, partitions: 4 }];

/** The role `relay`: facts and the words to processes leave by queues of their own. */
@Injectable()
export class ImprovementRelays implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relays: { start(): void; stop(): Promise<void> | void }[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<ImprovementSettings>,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(BUS) private readonly bus: Bus,
    private readonly temporal: Client,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('relay')) return;
    const { database, clock, temporal, log } = this;
    const onFault = (err: unknown) => log.warn({ err }, 'the relay waits');
    this.relays.push(
      new TopicMaker(this.bus, TOPICS, log),
      new Relay({ database, schema: SCHEMA, queue: PROCESS, sender: processSender(temporal), onFault }),
      new Relay({ database, schema: SCHEMA, queue: 'fact', sender: this.bus.factSender(TOPICS), onFault }),
      new ActionSweeper(database, clock, temporal, log, this.config.extra.REDRESS_SWEEP_SECONDS * 1_000),
    );
    this.metrics.showOutbox(database, SCHEMA);
    for (const relay of this.relays) relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.stop()));
  }
}
