import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@redress/db';
import { coverageOf } from '@redress/policy';
import { DomainClock, Metrics, SERVICE_CONFIG, type Reading, type ServiceConfig } from '@redress/service-kit';
import { PackRepository } from '../packs/pack.repository.ts';

/** A due instant that has passed by more was missed: its process should have fired it, or the sweeper have woken it. */
const OVERSLEPT_SECONDS = 120;

interface BacklogFigure {
  readonly name: string;
  readonly help: string;
  /** One value; `now.at` is the domain's now. */
  readonly sql: string;
}

const UNDELIVERED = 'intake.commands WHERE outcome IS NULL AND stuck IS NULL';

const BACKLOG: readonly BacklogFigure[] = [
  {
    name: 'redress_complaints_open',
    help: 'Complaints that have not ended',
    sql: 'SELECT count(*) FROM intake.complaints WHERE ended_at IS NULL',
  },
  {
    name: 'redress_complaints_overslept',
    help: `Complaints whose next due instant has passed by more than ${OVERSLEPT_SECONDS} s without being fired`,
    sql: `SELECT count(*) FROM intake.complaints
          WHERE ended_at IS NULL AND next_due_at < now.at - interval '${OVERSLEPT_SECONDS} seconds'`,
  },
  {
    name: 'redress_commands_waiting',
    help: 'Commands that were accepted and have no outcome yet',
    sql: `SELECT count(*) FROM ${UNDELIVERED}`,
  },
  {
    name: 'redress_commands_oldest_seconds',
    help: 'For how long the oldest command without an outcome has waited',
    sql: `SELECT coalesce(extract(epoch FROM max(now.at) - min(accepted_at)), 0) FROM ${UNDELIVERED}`,
  },
  {
    name: 'redress_commands_stuck',
    help: 'Commands that go on only when a person looks at them',
    sql: `SELECT count(*) FROM intake.commands
          WHERE stuck IS NOT NULL AND dismissed_at IS NULL`,
  },
  {
    name: 'redress_messages_stuck',
    help: 'Messages to customers that may or may not have left',
    sql: `SELECT count(*) FROM intake.messages WHERE state IN ('sending', 'stuck') AND at < now.at`,
  },
  {
    name: 'redress_complaints_woken',
    help: 'How often the sweeper had to wake a complaint, ever',
    sql: 'SELECT coalesce(sum(times), 0) FROM intake.wakings',
  },
  {
    name: 'redress_complaints_unindexed',
    help: 'Complaints whose words cannot be searched for yet',
    sql: 'SELECT count(*) FROM intake.search_queue',
  },
];

/** What an operator watches of the register, shown by the process that carries it on. */
@Injectable()
export class IntakeMetrics implements OnApplicationBootstrap {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(PackRepository) private readonly packs: PackRepository,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.includes('relay')) return;
    for (const { name, help, sql } of BACKLOG) this.metrics.show({ name, help, read: () => this.one(sql) });
    this.metrics.show({
      name: 'redress_calendar_days_left',
      help: 'Days until the last published holiday of a calendar in force',
      labels: ['calendar'],
      read: () => this.daysLeft(),
    });
    this.metrics.showOutbox(this.database, 'intake');
  }

  private async one(sql: string): Promise<Reading[]> {
    const now = await this.clock.now(this.database);
    const rows = await this.database.query<{ value: number }>(
      `SELECT (${sql})::float8 AS value FROM (SELECT $1::timestamptz AS at) AS now`,
      [now],
    );
    return rows.map(({ value }) => ({ value }));
  }

  private async daysLeft(): Promise<Reading[]> {
    const now = await this.clock.now(this.database);
    const calendars = Object.values(await this.packs.calendars(this.database));
    return calendars.flatMap((calendar) => {
      const { daysLeft } = coverageOf(calendar, now, 0);
      return daysLeft === null ? [] : [{ labels: { calendar: calendar.code }, value: daysLeft }];
    });
  }
}
