import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { createBus, type Bus } from '@redress/bus';
import { PersonCipher } from '@redress/db';
import {
  DomainClock,
  LookBook,
  LooksController,
  SERVICE_CONFIG,
  SERVICE_LOG,
  type ServiceConfig,
  type ServiceLog,
} from '@redress/service-kit';
import { lazyClient } from '@redress/temporal/node';
import { Client } from '@temporalio/client';
import { ActionQueries } from './actions/action.queries.ts';
import { ActionRepository } from './actions/action.repository.ts';
import { ActionWriter } from './actions/action.writer.ts';
import { ActionsController } from './actions/actions.controller.ts';
import { ActionsReader } from './actions/actions.reader.ts';
import { ActionsService } from './actions/actions.service.ts';
import { PlannedConsumer } from './actions/planned.consumer.ts';
import { TextVault } from './actions/text.vault.ts';
import { CauseQueries } from './causes/cause.queries.ts';
import { CauseRepository } from './causes/cause.repository.ts';
import { CausesController } from './causes/causes.controller.ts';
import { CausesReader } from './causes/causes.reader.ts';
import { DirectoryRepository } from './directory/directory.repository.ts';
import { BUS } from './improvement.tokens.ts';
import { ActionDueFirer } from './process/action.due.firer.ts';
import { ActionActivities } from './process/action.activities.ts';
import { ImprovementConsumers } from './process/improvement.consumers.ts';
import { ImprovementRelays } from './process/improvement.relays.ts';
import { ImprovementWorker } from './process/improvement.worker.ts';
import { ComplaintRepository } from './register/complaint.repository.ts';
import { RegisterConsumer } from './register/register.consumer.ts';
import { SCHEMA } from './schema.ts';

const OUTSIDE = [
  {
    provide: BUS,
    inject: [SERVICE_CONFIG, SERVICE_LOG],
    useFactory: ({ kafka }: ServiceConfig, log: ServiceLog) => createBus({ ...kafka, clientId: 'improvement', log }),
  },
  {
    provide: Client,
    inject: [SERVICE_CONFIG],
    useFactory: ({ temporal, payloadKey }: ServiceConfig) => lazyClient({ ...temporal, payloadKey }),
  },
  { provide: LookBook, inject: [DomainClock], useFactory: (clock: DomainClock) => new LookBook(SCHEMA, clock) },
  {
    provide: PersonCipher,
    inject: [SERVICE_CONFIG],
    useFactory: ({ masterKey }: ServiceConfig) => new PersonCipher(SCHEMA, masterKey),
  },
];

const TABLES = [
  ActionRepository,
  ActionQueries,
  CauseRepository,
  CauseQueries,
  ComplaintRepository,
  DirectoryRepository,
];
const ACTIONS = [ActionsService, ActionsReader, ActionWriter, TextVault, CausesReader];
const PROCESS = [ActionDueFirer, ActionActivities, ImprovementWorker, ImprovementRelays];
const CONSUMERS = [RegisterConsumer, PlannedConsumer, ImprovementConsumers];
const PROVIDERS = [...OUTSIDE, ...TABLES, ...ACTIONS, ...PROCESS, ...CONSUMERS];

/** Improvement: causes, and actions with a process each. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ImprovementModule implements OnApplicationShutdown {
  constructor(
    @Inject(BUS) private readonly bus: Bus,
    private readonly temporal: Client,
  ) {}

  /** After everything that uses them has stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
    await this.temporal.connection.close();
  }
}

/** The HTTP API of improvement. */
@Module({ imports: [ImprovementModule], controllers: [ActionsController, CausesController, LooksController] })
export class ImprovementApi {}
