import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Bus } from '@redress/bus';
import { COMPLAINT_TOPIC, PACK_TOPIC } from '@redress/contracts';
import { Database, Relay } from '@redress/db';
import { DomainClock, SERVICE_CONFIG, SERVICE_LOG, type ServiceConfig, type ServiceLog } from '@redress/service-kit';
import { Client } from '@temporalio/client';
import { CalendarRepository } from '../calendars/calendar.repository.ts';
import { LapseWatch } from '../calendars/lapse.watch.ts';
import { CommandRepository } from '../commands/command.repository.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import type { IntakeSettings } from '../intake.settings.ts';
import { BUS } from '../intake.tokens.ts';
import { MESSAGE_CHANNEL, type MessageChannel } from '../messages/channel.port.ts';
import { MessageReader } from '../messages/message.reader.ts';
import { MessageRepository } from '../messages/message.repository.ts';
import { MessageSender } from '../messages/message.sender.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { ChoiceWatch } from '../thresholds/choice.watch.ts';
import { CrossingNotices } from '../thresholds/crossing.notices.ts';
import { CrossingRepository } from '../thresholds/crossing.repository.ts';
import { CommandDelivery } from './command.delivery.ts';
import { CommandRelay } from './command.relay.ts';
import { startSender } from './start.sender.ts';
import { Sweeper } from './sweeper.ts';

/** The role `relay`: starts, commands and facts leave by queues of their own, so that a dead Kafka never delays a start. */
@Injectable()
export class IntakeRelays implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly relays: { start(): void; stop(): Promise<void> | void }[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<IntakeSettings>,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(Client) private readonly temporal: Client,
    @Inject(CommandRepository) private readonly commands: CommandRepository,
    @Inject(CommandDelivery) private readonly delivery: CommandDelivery,
    @Inject(MESSAGE_CHANNEL) private readonly channel: MessageChannel | null,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(MessageReader) private readonly reader: MessageReader,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(CalendarRepository) private readonly calendars: CalendarRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(DirectoryRepository) private readonly directory: DirectoryRepository,
    @Inject(CrossingRepository) private readonly crossings: CrossingRepository,
    @Inject(CrossingNotices) private readonly notices: CrossingNotices,
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
      this.lapseWatch(),
      new ChoiceWatch({ database, clock: this.clock, crossings: this.crossings, notices: this.notices }, log),
    );
    if (this.channel !== null) this.relays.push(this.senderBy(this.channel, onFault));
    for (const relay of this.relays) relay.start();
  }

  private lapseWatch(): LapseWatch {
    const { database, clock, calendars, packs, directory, log } = this;
    const { REDRESS_CALENDAR_WARN_DAYS: warnDays, REDRESS_SWEEP_SECONDS: seconds } = this.config.extra;
    return new LapseWatch({ database, clock, calendars, packs, directory }, warnDays, log, seconds * 1_000);
  }

  private senderBy(channel: MessageChannel, onFault: (fault: unknown) => void): MessageSender {
    return new MessageSender(this.database, this.messages, this.cases, this.reader, channel, onFault);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.stop()));
  }
}
