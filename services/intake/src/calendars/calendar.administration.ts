import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import { checkCalendar } from '@redress/packs';
import { coverageOf, type Actor } from '@redress/policy';
import { DomainClock, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import type { IntakeSettings } from '../intake.settings.ts';
import { compiledOrRefused } from '../packs/document.refusal.ts';
import { CalendarPublisher } from './calendar.publisher.ts';
import { CalendarRepository } from './calendar.repository.ts';
import type { CalendarList, CalendarPublication } from './calendar.views.ts';

/** What an administrator does with calendars: looks at their versions, publishes a new one. */
@Injectable()
export class CalendarAdministration {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<IntakeSettings>,
    @Inject(CalendarRepository) private readonly calendars: CalendarRepository,
    @Inject(CalendarPublisher) private readonly publisher: CalendarPublisher,
  ) {}

  async list(): Promise<CalendarList> {
    const now = await this.clock.now(this.database);
    const versions = await this.calendars.list(this.database);
    const items = versions.map(({ calendar, inForce, ...kept }) => {
      const { daysLeft, isLapsing } = coverageOf(calendar, now, this.config.extra.REDRESS_CALENDAR_WARN_DAYS);
      const { code, version, coversUntil } = calendar;
      return { code, version, coversUntil, inForce, daysLeft, lapsing: inForce && isLapsing, ...kept };
    });
    return { items };
  }

  /** In force from now on. Throws InputError with everything wrong in the document. */
  async publish(document: string, actor: Actor): Promise<CalendarPublication> {
    const { calendar } = compiledOrRefused(checkCalendar(document), 'calendar');
    const complaints = await this.database.tx(async (tx) => {
      const at = await this.clock.now(tx);
      return this.publisher.publish(tx, { calendar, document, by: actor.id, at });
    });
    return { code: calendar.code, version: calendar.version, complaints };
  }
}
