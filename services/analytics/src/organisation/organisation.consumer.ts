import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isTransient, type Bus, type Consumption } from '@redress/bus';
import {
  DIRECTORY_TOPIC,
  PACK_TOPIC,
  packActivated,
  personChanged,
  type PackActivated,
  type PersonChanged,
} from '@redress/contracts';
import { Database, takeOnce, type CloudEvent } from '@redress/db';
import { Metrics, Readiness, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { BUS } from '../analytics.tokens.ts';
import { OrganisationRepository } from './organisation.repository.ts';

/** The consumer group, which no rebuild of the figures touches. */
export const ORGANISATION_GROUP = { group: 'analytics.organisation', topics: [DIRECTORY_TOPIC, PACK_TOPIC] };

/** Projects what the KPIs need of the organisation: teams, and the weights of the packs in force (IMP-2). */
@Injectable()
export class OrganisationConsumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private consumption: Consumption | undefined;

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(Database) private readonly database: Database,
    @Inject(OrganisationRepository) private readonly organisation: OrganisationRepository,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('consumers')) return;
    const consumption = this.bus.consume({
      ...ORGANISATION_GROUP,
      schemaOf: (type) => [personChanged, packActivated].find((contract) => contract.type === type)?.data,
      handle: (event) => this.handle(event),
      // Who has left keeps the team of the time: the line is an id and a code.
      handleTombstone: async () => {},
      isTransient,
    });
    this.consumption = consumption;
    this.readiness.register('organisation', () => consumption.health());
    this.metrics.showLag(ORGANISATION_GROUP.group, () => consumption.lag());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.consumption?.stop();
  }

  /** Harmless to repeat: taken once, with its effect. */
  async handle({ id, type, sequence, time, data }: CloudEvent): Promise<void> {
    await this.database.tx(async (tx) => {
      if (!(await takeOnce(tx, 'analytics', ORGANISATION_GROUP.group, id))) return;
      if (type === personChanged.type) await this.organisation.join(tx, data as PersonChanged, sequence, time);
      if (type === packActivated.type) await this.organisation.weigh(tx, data as PackActivated, sequence, time);
    });
  }
}
