import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { PersonChanger } from '../people/person.changer.ts';
import { PersonRepository, type Person } from '../people/person.repository.ts';
import type { PersonView } from '../people/person.schemas.ts';
import { viewPerson } from '../people/person.view.ts';
import { StaffAccess } from '../people/staff.access.ts';
import { unknownPerson } from '../people/unknown.person.ts';
import { AbsenceKeeper } from './absence.keeper.ts';
import { AbsenceRepository } from './absence.repository.ts';
import type { AbsenceList, NewAbsence } from './absence.schemas.ts';

const MOST_AHEAD = 50;

/** Absences as people tell them: planned or sudden, and the return (WRK-3). */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly absences: AbsenceRepository,
    private readonly keeper: AbsenceKeeper,
    private readonly changer: PersonChanger,
    private readonly access: StaffAccess,
    private readonly clock: DomainClock,
  ) {}

  async list(actor: Actor, personId: string): Promise<AbsenceList> {
    const person = await this.people.find(this.database, personId);
    if (person === null) throw unknownPerson();
    await this.access.maySeeAbsences(this.database, actor, person);
    const ahead = await this.absences.ahead(this.database, personId);
    return { items: ahead.map(({ id, from, until, state }) => ({ id, from, until, state })) };
  }

  /** One that begins later leaves the person on duty until then. */
  tell(actor: Actor, personId: string, given: NewAbsence): Promise<PersonView> {
    return this.withPerson(actor, personId, async (tx, person) => {
      const now = await this.clock.now(tx);
      const from = given.from ?? now;
      const until = given.until ?? null;
      if (until !== null && (until <= from || until <= now))
        throw new RefusalError(422, { code: 'ends-before-it-begins', facts: { from, until, now } });
      if ((await this.absences.ahead(tx, personId)).length >= MOST_AHEAD)
        throw new RefusalError(409, { code: 'too-many-absences', facts: { most: MOST_AHEAD } });
      const state = from > now ? 'planned' : 'running';
      await this.absences.insert(tx, { id: randomUUID(), personId, from, until, state }, { by: actor.id, at: now });
      if (state === 'planned') return person;
      return this.changer.write(tx, person, await this.keeper.presence(tx, personId), now);
    });
  }

  tellReturn(actor: Actor, personId: string): Promise<PersonView> {
    return this.withPerson(actor, personId, async (tx, person) => {
      const now = await this.clock.now(tx);
      return this.changer.write(tx, person, await this.keeper.end(tx, person, now), now);
    });
  }

  /** Takes back what has not begun; what has begun ends with the return. */
  async cancel(actor: Actor, personId: string, absenceId: string): Promise<void> {
    await this.withPerson(actor, personId, async (tx, person) => {
      const absence = await this.absences.find(tx, absenceId);
      if (absence?.personId !== personId) throw new RefusalError(404, { code: 'unknown-absence' });
      const cancelled = await this.absences.move(tx, absenceId, 'planned', 'cancelled', await this.clock.now(tx));
      if (!cancelled) throw new RefusalError(409, { code: 'absence-has-begun', facts: { state: absence.state } });
      return person;
    });
  }

  private withPerson(
    actor: Actor,
    personId: string,
    act: (tx: Tx, person: Person) => Promise<Person>,
  ): Promise<PersonView> {
    return this.database.tx(async (tx) => {
      const person = await this.people.lock(tx, personId);
      if (person === null) throw unknownPerson();
      await this.access.mayTellAbsence(tx, actor, person);
      return viewPerson(await act(tx, person), actor);
    });
  }
}
