import { Inject, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { createBus, type Bus } from '@redress/bus';
import {
  DomainClock,
  LookBook,
  LooksController,
  SERVICE_CONFIG,
  SERVICE_LOG,
  type ServiceConfig,
  type ServiceLog,
} from '@redress/service-kit';
import { BUS } from './analytics.tokens.ts';
import { ComplaintQueries } from './figures/complaint.queries.ts';
import { DailyQueries } from './figures/daily.queries.ts';
import { FiguresController } from './figures/figures.controller.ts';
import { FiguresReader } from './figures/figures.reader.ts';
import { KpiQueries } from './figures/kpi.queries.ts';
import { LiveQueries } from './figures/live.queries.ts';
import { TotalsQueries } from './figures/totals.queries.ts';
import { TrendQueries } from './figures/trend.queries.ts';
import { WeightQueries } from './figures/weight.queries.ts';
import { OrganisationConsumer } from './organisation/organisation.consumer.ts';
import { OrganisationRepository } from './organisation/organisation.repository.ts';
import { AnswerRepository } from './projection/answer.repository.ts';
import { ComplaintProjector } from './projection/complaint.projector.ts';
import { ComplaintRepository } from './projection/complaint.repository.ts';
import { ComplaintsConsumer } from './projection/complaints.consumer.ts';
import { DutyRepository } from './projection/duty.repository.ts';
import { GenerationRepository } from './projection/generation.repository.ts';
import { RoundRepository } from './projection/round.repository.ts';
import { RungRepository } from './projection/rung.repository.ts';

const OUTSIDE = {
  provide: BUS,
  inject: [SERVICE_CONFIG, SERVICE_LOG],
  useFactory: ({ kafka }: ServiceConfig, log: ServiceLog) => createBus({ ...kafka, clientId: 'analytics', log }),
};

const TABLES = [
  ...[ComplaintRepository, DutyRepository, RoundRepository, RungRepository, AnswerRepository],
  GenerationRepository,
];
const PROJECTION = [OrganisationConsumer, OrganisationRepository, ComplaintsConsumer, ComplaintProjector, ...TABLES];
const FIGURES = [
  FiguresReader,
  LiveQueries,
  DailyQueries,
  KpiQueries,
  ComplaintQueries,
  TotalsQueries,
  TrendQueries,
  WeightQueries,
];
const LOOKS = {
  provide: LookBook,
  inject: [DomainClock],
  useFactory: (clock: DomainClock) => new LookBook('analytics', clock),
};
const PROVIDERS = [OUTSIDE, LOOKS, ...PROJECTION, ...FIGURES];

/** Analytics: the read model of complaints and the figures drawn from it. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class AnalyticsModule implements BeforeApplicationShutdown {
  constructor(@Inject(BUS) private readonly bus: Bus) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}

/** The HTTP API of analytics. */
@Module({ imports: [AnalyticsModule], controllers: [FiguresController, LooksController] })
export class AnalyticsApi {}
