import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isTransient, type Bus, type Consumption } from '@redress/bus';
import { COMPLAINT_TOPIC } from '@redress/contracts';
import { Database } from '@redress/db';
import {
  Metrics,
  Readiness,
  SERVICE_CONFIG,
  SERVICE_LOG,
  type ServiceConfig,
  type ServiceLog,
} from '@redress/service-kit';
import { BUS } from '../analytics.tokens.ts';
import { complaintSchemaOf } from './complaint.fact.ts';
import { ComplaintProjector } from './complaint.projector.ts';
import { complaintsGroup } from './complaints.group.ts';
import { GenerationRepository } from './generation.repository.ts';

/** How soon a rebuild ordered by another process is noticed, in machine time. */
const LOOK_EVERY_MS = 1_000;

/** Projects everything that happens to complaints, in the group of the current generation. */
@Injectable()
export class ComplaintsConsumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private generation = 0;
  private consumption: Consumption | undefined;
  private turning: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(Database) private readonly database: Database,
    @Inject(GenerationRepository) private readonly generations: GenerationRepository,
    @Inject(ComplaintProjector) private readonly projector: ComplaintProjector,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.roles.includes('consumers')) return;
    this.readiness.register('complaints', () =>
      this.consumption === undefined ? 'nothing-fetched-yet' : this.consumption.health(),
    );
    this.metrics.showLag('analytics.complaints', () =>
      this.consumption === undefined ? Promise.reject(new Error('nothing is consumed yet')) : this.consumption.lag(),
    );
    await this.turn();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turning;
    await this.consumption?.stop();
  }

  private look(): void {
    this.turning ??= this.turn()
      .catch((fault: unknown) => this.log.warn({ err: fault }, 'the generation cannot be read'))
      .finally(() => (this.turning = undefined));
  }

  /** Follows the current generation's group; the one before is left. */
  private async turn(): Promise<void> {
    const generation = await this.generations.current(this.database);
    if (generation === this.generation) return;
    await this.consumption?.stop();
    this.generation = generation;
    this.consumption = this.bus.consume({
      group: complaintsGroup(generation),
      topics: [COMPLAINT_TOPIC],
      schemaOf: complaintSchemaOf,
      handle: (event) => this.projector.project(event, generation),
      isTransient,
    });
  }
}
