import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import type { Person } from '../people/person.repository.ts';
import { PRESENT, presenceIn, type Presence } from './absence.policy.ts';
import { AbsenceRepository, type DueAbsence } from './absence.repository.ts';

/** Moves absences on and answers what that makes of the person; the caller holds the lock of the person. */
@Injectable()
export class AbsenceKeeper {
  constructor(private readonly absences: AbsenceRepository) {}

  /** Back: whatever is running is over; what is planned stays planned. */
  async end(tx: Tx, { id }: Pick<Person, 'id'>, at: Instant): Promise<Presence> {
    for (const running of await this.absences.running(tx, id))
      await this.absences.move(tx, running.id, 'running', 'over', at);
    return PRESENT;
  }

  /** Begins or ends at its due instant; null when somebody has moved it meanwhile. */
  async fallDue(tx: Tx, absence: DueAbsence): Promise<Presence | null> {
    const to = absence.state === 'planned' ? 'running' : 'over';
    if (!(await this.absences.move(tx, absence.id, absence.state, to, absence.dueAt))) return null;
    return this.presence(tx, absence.personId);
  }

  async presence(tx: Tx, personId: string): Promise<Presence> {
    return presenceIn(await this.absences.running(tx, personId));
  }

  /** Who leaves is away for good. */
  async cancelAll(tx: Tx, personId: string, at: Instant): Promise<void> {
    for (const { id, state } of await this.absences.ahead(tx, personId))
      await this.absences.move(tx, id, state, state === 'running' ? 'over' : 'cancelled', at);
  }
}
