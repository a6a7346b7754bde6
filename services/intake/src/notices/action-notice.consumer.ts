import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isTransient, type Bus, type Consumption } from '@redress/bus';
import { ACTION_TOPIC, actionFact, EVENT_CONTRACTS, type ActionFact } from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import { Readiness, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { BUS } from '../intake.tokens.ts';
import { ActionNotice } from './action.notice.ts';

const GROUP = 'intake.action-notices';

/** Puts what improvement tells of its actions into the one inbox that people have (IMP-10). */
@Injectable()
export class ActionNoticeConsumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private consumption: Consumption | undefined;

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(Database) private readonly database: Database,
    @Inject(ActionNotice) private readonly notices: ActionNotice,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('consumers')) return;
    this.consumption = this.bus.consume({
      group: GROUP,
      topics: [ACTION_TOPIC],
      schemaOf: (type) => (ACTION_TYPES.has(type) ? actionFact : undefined),
      handle: (event) => this.handle(event),
      isTransient,
    });
    this.readiness.register('action notices', () => this.consumption?.health() ?? null);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.consumption?.stop();
  }

  async handle(event: CloudEvent): Promise<void> {
    await this.database.tx(async (tx) => {
      if (await takeOnce(tx, 'intake', GROUP, event.id)) await this.notices.tell(tx, event as CloudEvent<ActionFact>);
    });
  }
}

const ACTION_TYPES = new Set(EVENT_CONTRACTS.filter(({ topic }) => topic === ACTION_TOPIC).map(({ type }) => type));
