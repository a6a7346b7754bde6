import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@redress/db';
import { DomainClock, SERVICE_LOG, type ServiceLog } from '@redress/service-kit';
import { PersonChanger } from '../people/person.changer.ts';
import { PersonRepository } from '../people/person.repository.ts';
import { AbsenceKeeper } from './absence.keeper.ts';
import { AbsenceRepository, type DueAbsence } from './absence.repository.ts';

/** Machine time: how soon a moved domain clock is noticed. One look reads an index that is nearly always empty. */
const LOOK_EVERY_MS = 250;

/** Begins and ends absences at their due instants, in their order, by the domain clock (WRK-3). */
@Injectable()
export class AbsenceSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: DomainClock,
    private readonly absences: AbsenceRepository,
    private readonly keeper: AbsenceKeeper,
    private readonly people: PersonRepository,
    private readonly changer: PersonChanger,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweeping ??= this.sweep()
        .catch((err: unknown) => this.log.warn({ err }, 'absences wait'))
        .finally(() => (this.sweeping = undefined));
    }, LOOK_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** Everything that has fallen due. Side by side with another process each absence moves once. */
  async sweep(): Promise<void> {
    for (;;) {
      const due = await this.absences.nextDue(this.database, await this.clock.now(this.database));
      if (due === null) return;
      await this.move(due);
    }
  }

  private async move(due: DueAbsence): Promise<void> {
    await this.database.tx(async (tx) => {
      const person = await this.people.lock(tx, due.personId);
      const presence = await this.keeper.fallDue(tx, due);
      if (person !== null && presence !== null) await this.changer.write(tx, person, presence, due.dueAt);
    });
  }
}
