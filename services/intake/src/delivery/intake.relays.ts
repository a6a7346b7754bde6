import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Bus } from '@redress/bus';
import { COMPLAINT_TOPIC, PACK_TOPIC } from '@redress/contracts';
import { Database, Relay } from '@redress/db';
import { DomainClock, SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { Client } from '@temporalio/client';
import { CommandRepository } from '../commands/command.repository.ts';
import type { IntakeSettings } from '../intake.settings.ts';
import { BUS } from '../intake.tokens.ts';
import { CommandDelivery } from './command.delivery.ts';
import { CommandRelay } from './command.relay.ts';
import { RelayBell } from './relay.bell.ts';
import { startSender } from './start.sender.ts';
import { Sweeper } from './sweeper.ts';

/** The role `relay`: starts, commands and facts leave by queues of their own, so that a dead Kafka never delays a start. */
@Injectable()
export class IntakeRelays implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relays: { start(): void; stop(): Promise<void> | void; poke?(): void }[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<IntakeSettings>,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(Client) private readonly temporal: Client,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(CommandDelivery) private readonly delivery: CommandDelivery,
    @Inject(RelayBell) private readonly bell: RelayBell,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('relay')) return;
    const { database, temporal, log } = this;
    const onFault = (err: unknown) => log.warn({ err }, 'the relay waits');
    const facts = this.bus.factSender([
      { name: COMPLAINT_TOPIC, partitions: 12 },
      { name: PACK_TOPIC, partitions: 1 },
    ]);
    this.relays.push(
      new Relay({ database, schema: 'intake', queue: 'start', sender: startSender(temporal), onFault }),
      new Relay({ database, schema: 'intake', queue: 'fact', sender: facts, onFault }),
      new CommandRelay(database, this.commands, this.delivery, onFault),
      new Sweeper(database, this.clock, temporal, log, this.config.extra.REDRESS_SWEEP_SECONDS * 1_000),
    );
    for (const relay of this.relays) {
      relay.start();
      this.bell.onRing(() => relay.poke?.());
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.stop()));
  }
}
