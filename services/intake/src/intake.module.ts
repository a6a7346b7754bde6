import { Module, type BeforeApplicationShutdown, Inject } from '@nestjs/common';
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
import { AbsenceConsumer } from './absence/absence.consumer.ts';
import { AwayWriter } from './absence/away.writer.ts';
import { HeldCases } from './absence/held.cases.ts';
import { OwnerPresence } from './absence/owner.presence.ts';
import { CalendarAdministration } from './calendars/calendar.administration.ts';
import { CalendarPublisher } from './calendars/calendar.publisher.ts';
import { CalendarRepository } from './calendars/calendar.repository.ts';
import { CalendarsController } from './calendars/calendars.controller.ts';
import { CommandDoor } from './commands/command.door.ts';
import { CommandReader } from './commands/command.reader.ts';
import { CommandRepository } from './commands/command.repository.ts';
import { SystemCommands } from './commands/system.commands.ts';
import { CommandsController } from './commands/commands.controller.ts';
import { CommandDelivery } from './delivery/command.delivery.ts';
import { IntakeConsumers } from './delivery/intake.consumers.ts';
import { IntakeRelays } from './delivery/intake.relays.ts';
import { MissedCommands } from './delivery/missed.commands.ts';
import { CorrectionRepository } from './corrections/correction.repository.ts';
import { CorrectionsController } from './corrections/corrections.controller.ts';
import { CorrectionsReader } from './corrections/corrections.reader.ts';
import { FieldCorrector } from './corrections/field.corrector.ts';
import { DirectoryConsumer } from './directory/directory.consumer.ts';
import { DirectoryRepository } from './directory/directory.repository.ts';
import { ComplaintExport } from './exports/complaint.export.ts';
import { ExportController } from './exports/export.controller.ts';
import { ExportQueries } from './exports/export.queries.ts';
import { FileStore } from './imports/file.store.ts';
import { HistoryWriter } from './imports/history.writer.ts';
import { ImportDoor } from './imports/import.door.ts';
import { ImportLoader } from './imports/import.loader.ts';
import { ImportQueries } from './imports/import.queries.ts';
import { ImportRepository } from './imports/import.repository.ts';
import { ImportRunner } from './imports/import.runner.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { RefusedRows } from './imports/refused.rows.ts';
import { RowLoader } from './imports/row.loader.ts';
import { StoredFile } from './imports/stored.file.ts';
import type { IntakeSettings } from './intake.settings.ts';
import { BUS } from './intake.tokens.ts';
import { MassController } from './mass/mass.controller.ts';
import { IntakeMetrics } from './metrics/intake.metrics.ts';
import { MassFinder } from './mass/mass.finder.ts';
import { MassRepository } from './mass/mass.repository.ts';
import { MassSteps } from './mass/mass.steps.ts';
import { MassService } from './mass/mass.service.ts';
import { RemedyWords } from './mass/remedy.words.ts';
import { SimilarQueries } from './mass/similar.queries.ts';
import { MESSAGE_CHANNEL, type MessageChannel } from './messages/channel.port.ts';
import { MessageReader } from './messages/message.reader.ts';
import { MessageRepository } from './messages/message.repository.ts';
import { SpoolChannel } from './messages/spool.channel.ts';
import { ActionNoticeConsumer } from './notices/action-notice.consumer.ts';
import { ActionNotice } from './notices/action.notice.ts';
import { NoticeService } from './notices/notice.service.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { RefusedCommandNotice } from './notices/refused-command.notice.ts';
import { PackMovesController } from './packs/pack-moves.controller.ts';
import { PackMoveRepository } from './packs/pack-move.repository.ts';
import { PackAdministration } from './packs/pack.administration.ts';
import { PackMover } from './packs/pack.mover.ts';
import { PackTrialQueries } from './packs/pack-trial.queries.ts';
import { PackTrials } from './packs/pack.trials.ts';
import { PackQueries } from './packs/pack.queries.ts';
import { PackRepository } from './packs/pack.repository.ts';
import { PackService } from './packs/pack.service.ts';
import { PacksController } from './packs/packs.controller.ts';
import { ComplainantRepository } from './persons/complainant.repository.ts';
import { LookupHashes } from './persons/lookup.hashes.ts';
import { TextVault } from './persons/text.vault.ts';
import { FormerOwner } from './receipts/former.owner.ts';
import { ReceiptRepository } from './receipts/receipt.repository.ts';
import { ReceiptService } from './receipts/receipt.service.ts';
import { RepeatedComplaints } from './receipts/repeated.complaints.ts';
import { SentBackRecord } from './receipts/sent-back.record.ts';
import { ReceiptsController } from './receipts/receipts.controller.ts';
import { CaseAccess } from './register/case.access.ts';
import { CaseRepository } from './register/case.repository.ts';
import { ComplaintList } from './register/complaint.list.ts';
import { ListController } from './register/list.controller.ts';
import { RegisterController } from './register/register.controller.ts';
import { RegisterQueries } from './register/register.queries.ts';
import { RegisterReader } from './register/register.reader.ts';
import { ComplaintSearch } from './search/complaint.search.ts';
import { SearchIndex } from './search/search.index.ts';
import { SearchIndexer } from './search/search.indexer.ts';
import { SearchTexts } from './search/search.texts.ts';
import { SearchWords } from './search/search.words.ts';
import { DueFirer } from './steps/due.firer.ts';
import { DutyRepository } from './steps/duty.repository.ts';
import { EntryWriter } from './steps/entry.writer.ts';
import { IntakeWorker } from './steps/intake.worker.ts';
import { LadderClimber } from './steps/ladder.climber.ts';
import { Ledger } from './steps/ledger.ts';
import { LabelWriter } from './steps/label.writer.ts';
import { RecordOwner } from './steps/record.owner.ts';
import { OtherCommandWriter } from './steps/other-command.writer.ts';
import { RegisterChecks } from './steps/register.checks.ts';
import { MessageWriter } from './steps/message.writer.ts';
import { NoticeWriter } from './steps/notice.writer.ts';
import { RegisterActivities } from './steps/register.activities.ts';
import { Replies } from './steps/reply.ts';
import { StatutoryDuties } from './steps/statutory.duties.ts';
import { StepRecorder } from './steps/step.recorder.ts';
import { StepWriter } from './steps/step.writer.ts';
import { StuckController } from './stuck/stuck.controller.ts';
import { StuckQueries } from './stuck/stuck.queries.ts';
import { StuckRepository } from './stuck/stuck.repository.ts';
import { StuckService } from './stuck/stuck.service.ts';
import { CrossingRepository } from './thresholds/crossing.repository.ts';
import { CrossingReader } from './thresholds/crossing.reader.ts';
import { CrossingService } from './thresholds/crossing.service.ts';
import { CrossingsController } from './thresholds/crossings.controller.ts';
import { CrossingNotices } from './thresholds/crossing.notices.ts';
import { MeasureService } from './thresholds/measure.service.ts';
import { MeasuresController } from './thresholds/measures.controller.ts';
import { TrackingController } from './tracking/tracking.controller.ts';
import { TrackingSecret } from './tracking/tracking.secret.ts';
import { TrackingService } from './tracking/tracking.service.ts';

const OUTSIDE = [
  {
    provide: BUS,
    inject: [SERVICE_CONFIG, SERVICE_LOG],
    useFactory: ({ kafka }: ServiceConfig, log: ServiceLog) => createBus({ ...kafka, clientId: 'intake', log }),
  },
  {
    provide: Client,
    inject: [SERVICE_CONFIG],
    useFactory: ({ temporal, payloadKey }: ServiceConfig) => lazyClient({ ...temporal, payloadKey }),
  },
  {
    provide: PersonCipher,
    inject: [SERVICE_CONFIG],
    useFactory: ({ masterKey }: ServiceConfig) => new PersonCipher('intake', masterKey),
  },
];

const MESSAGES = [
  MessageReader,
  MessageRepository,
  {
    provide: MESSAGE_CHANNEL,
    inject: [SERVICE_CONFIG],
    useFactory: ({ extra }: ServiceConfig<IntakeSettings>): MessageChannel | null =>
      extra.REDRESS_SPOOL_FOLDER === undefined ? null : new SpoolChannel(extra.REDRESS_SPOOL_FOLDER),
  },
];

const REGISTER = [
  CaseRepository,
  CaseAccess,
  { provide: LookBook, inject: [DomainClock], useFactory: (clock: DomainClock) => new LookBook('intake', clock) },
  RegisterQueries,
  RegisterReader,
  ComplaintList,
  TextVault,
  ComplainantRepository,
  LookupHashes,
  NoticeService,
  RefusedCommandNotice,
];
const SEARCH = [ComplaintSearch, SearchIndex, SearchIndexer, SearchTexts, SearchWords];
const CORRECTIONS = [FieldCorrector, CorrectionRepository, CorrectionsReader];
const IMPORTS = [
  ...[FileStore, HistoryWriter, ImportDoor, ImportLoader, ImportQueries, ImportRepository, ImportRunner],
  ...[RefusedRows, RowLoader, StoredFile],
];
const EXPORTS = [ComplaintExport, ExportQueries];
const STEPS = [
  ...[
    StepWriter,
    StepRecorder,
    DueFirer,
    LadderClimber,
    Replies,
    Ledger,
    DutyRepository,
    StatutoryDuties,
    RegisterChecks,
  ],
  ...[
    EntryWriter,
    NoticeWriter,
    MessageWriter,
    OtherCommandWriter,
    LabelWriter,
    RecordOwner,
    RegisterActivities,
    IntakeWorker,
  ],
];
const DOORS = [
  ReceiptService,
  ReceiptRepository,
  RepeatedComplaints,
  SentBackRecord,
  FormerOwner,
  CommandDoor,
  CommandReader,
  CommandRepository,
  SystemCommands,
  TrackingService,
  TrackingSecret,
];
const MASS = [MassFinder, MassRepository, MassService, MassSteps, RemedyWords, SimilarQueries];
const THRESHOLDS = [CrossingNotices, CrossingReader, CrossingRepository, CrossingService, MeasureService];
const STUCK = [StuckService, StuckQueries, StuckRepository];
const ACTING = [AbsenceConsumer, AwayWriter, HeldCases, OwnerPresence, ActionNoticeConsumer, ActionNotice];
const CALENDARS = [CalendarRepository, CalendarPublisher, CalendarAdministration];
const CARRIERS = [
  CommandDelivery,
  MissedCommands,
  IntakeConsumers,
  IntakeMetrics,
  IntakeRelays,
  DirectoryConsumer,
  DirectoryRepository,
  PackService,
  PackRepository,
  PackQueries,
  PackAdministration,
  PackMoveRepository,
  PackMover,
  PackTrialQueries,
  PackTrials,
];
const PROVIDERS = [
  ...OUTSIDE,
  ...REGISTER,
  ...MESSAGES,
  ...SEARCH,
  ...CORRECTIONS,
  ...IMPORTS,
  ...EXPORTS,
  ...STEPS,
  ...DOORS,
  ...MASS,
  ...THRESHOLDS,
  ...STUCK,
  ...ACTING,
  ...CALENDARS,
  ...CARRIERS,
];

/** Intake: the register and everything that writes to it. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class IntakeModule implements BeforeApplicationShutdown {
  constructor(
    @Inject(BUS) private readonly bus: Bus,
    @Inject(Client) private readonly temporal: Client,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.bus.close();
    await this.temporal.connection.close();
  }
}

/** Intake's HTTP API. */
@Module({
  imports: [IntakeModule],
  controllers: [
    ReceiptsController,
    CommandsController,
    ListController,
    ExportController,
    RegisterController,
    CorrectionsController,
    ImportsController,
    NoticesController,
    StuckController,
    TrackingController,
    MassController,
    MeasuresController,
    CrossingsController,
    PacksController,
    PackMovesController,
    CalendarsController,
    LooksController,
  ],
})
export class IntakeApi {}
