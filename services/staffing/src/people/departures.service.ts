import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { AbsenceKeeper } from '../absences/absence.keeper.ts';
import { OpenCaseRepository } from '../assignment/open-case.repository.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { PersonChanger } from './person.changer.ts';
import { PersonRepository, type Person } from './person.repository.ts';
import { unknownPerson } from './unknown.person.ts';

/** Leaving: nobody is removed while something is owed in the own name (WRK-3). */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly departments: DepartmentRepository,
    private readonly openCases: OpenCaseRepository,
    private readonly absences: AbsenceKeeper,
    private readonly changer: PersonChanger,
    private readonly clock: DomainClock,
  ) {}

  /** Throws RefusalError 409 with the count of what is owed: it is handed over first. */
  async tellLeaving(id: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const person = await this.people.lock(tx, id);
      if (person === null) throw unknownPerson();
      await this.owesNothing(tx, person);
      const now = await this.clock.now(tx);
      await this.absences.cancelAll(tx, id, now);
      await this.changer.write(tx, person, { onDuty: false, backupId: null, leftAt: now }, now);
      await this.standsInNoMore(tx, id, now);
    });
  }

  private async owesNothing(tx: Tx, { id }: Person): Promise<void> {
    const openCases = await this.openCases.countOf(tx, id);
    if (openCases > 0) throw new RefusalError(409, { code: 'still-owes', facts: { openCases } });
    if (await this.departments.isHeadAnywhere(tx, id))
      throw new RefusalError(409, { code: 'still-heads-a-department' });
  }

  /** Whoever had this person as B has none until one is named. */
  private async standsInNoMore(tx: Tx, id: string, at: Instant): Promise<void> {
    for (const other of await this.people.lockBackedBy(tx, id))
      await this.changer.write(tx, other, { backupId: null }, at);
  }
}
