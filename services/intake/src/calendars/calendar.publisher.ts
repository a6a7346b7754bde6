import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { dueOf, type Calendar, type Calendars } from '@redress/policy';
import { v5 as uuid5 } from 'uuid';
import { SystemCommands } from '../commands/system.commands.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { CaseRepository } from '../register/case.repository.ts';
import { DutyRepository } from '../steps/duty.repository.ts';
import { CalendarRepository, type NewVersion } from './calendar.repository.ts';

/** Puts a version of a calendar in force and has the open clocks that count by it reckoned anew (PRC-22). */
@Injectable()
export class CalendarPublisher {
  constructor(
    @Inject(CalendarRepository) private readonly calendars: CalendarRepository,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(DutyRepository) private readonly duties: DutyRepository,
    @Inject(SystemCommands) private readonly commands: SystemCommands,
  ) {}

  /** In the caller's transaction; answers how many complaints are asked to reckon. What is in force already changes nothing. */
  async publish(tx: Tx, version: NewVersion): Promise<number> {
    await this.calendars.lock(tx);
    const { calendar } = version;
    const before = await this.calendars.inForce(tx, calendar.code);
    if (before?.version === calendar.version) return 0;
    const publication = await this.calendars.put(tx, version);
    const now = await this.packs.calendars(tx);
    const complaints = before === null ? [] : await this.calendars.complaintsThatCountBy(tx, calendar.code);
    for (const complaintId of complaints) await this.ask(tx, complaintId, publication, version, now);
    return complaints.length;
  }

  /** A version that comes with the product, unless people have published one of their own since. */
  async keepShipped(tx: Tx, calendar: Calendar, at: NewVersion['at']): Promise<void> {
    if (await this.calendars.has(tx, calendar)) return;
    const before = await this.calendars.inForce(tx, calendar.code);
    if (before !== null && before.publishedBy !== null) return;
    await this.publish(tx, { calendar, document: null, by: null, at });
  }

  /** A command of the product's own, in its place in the complaint's queue. */
  private async ask(
    tx: Tx,
    complaintId: string,
    publication: string,
    { calendar, at }: NewVersion,
    now: Calendars,
  ): Promise<void> {
    const file = await this.cases.lock(tx, complaintId);
    if (file === null || file.state.stage === 'ended') return;
    const told = (await this.duties.open(tx, complaintId)).filter(({ kind }) =>
      ['respond', 'solve', 'statutory'].includes(kind),
    );
    const timetable = told.some(({ clock, dueAt }) => (dueOf(clock, now).dueAt ?? dueAt) !== dueAt);
    const { code, version } = calendar;
    await this.commands.give(tx, {
      ...{ id: uuid5(`calendar/${publication}`, complaintId), complaintId, name: 'calendarPublished', at },
      facts: { calendar: code, version, timetable },
    });
  }
}
