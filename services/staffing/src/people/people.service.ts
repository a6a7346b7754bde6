import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { DirectoryPublisher } from '../events/directory.publisher.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { OpenCaseRepository } from '../assignment/open-case.repository.ts';
import { PasswordHasher } from '../sessions/password.hasher.ts';
import { PersonRepository, type Person } from './person.repository.ts';
import type { Absence, NewPerson, PeopleList, PeopleQuery, PersonChange, PersonView } from './person.schemas.ts';
import { viewPerson } from './person.view.ts';
import { StaffAccess } from './staff.access.ts';

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly departments: DepartmentRepository,
    private readonly packRoles: PackRoleRepository,
    private readonly openCases: OpenCaseRepository,
    private readonly access: StaffAccess,
    private readonly publisher: DirectoryPublisher,
    private readonly passwords: PasswordHasher,
    private readonly clock: DomainClock,
  ) {}

  async list(actor: Actor, { department, after, limit }: PeopleQuery): Promise<PeopleList> {
    const found = await this.people.list(this.database, { departmentId: department, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const next = found.length > limit ? (page.at(-1)?.username ?? null) : null;
    return { items: page.map((person) => viewPerson(person, actor)), next };
  }

  async read(actor: Actor, id: string): Promise<PersonView> {
    const person = await this.people.find(this.database, id);
    if (person === null) throw unknownPerson();
    return viewPerson(person, actor);
  }

  async add(actor: Actor, { password, id = randomUUID(), ...given }: NewPerson): Promise<PersonView> {
    const passwordHash = await this.passwords.hash(password);
    const person: Person = {
      ...given,
      id,
      onDuty: true,
      absentFrom: null,
      absentUntil: null,
      leftAt: null,
      version: 1,
    };
    await this.database.tx(async (tx) => {
      await this.checkReferences(tx, given);
      if (!(await this.people.insert(tx, person, passwordHash)))
        throw new RefusalError(409, { code: 'username-taken' });
      await this.publisher.personChanged(tx, person);
    });
    return viewPerson(person, actor);
  }

  change(actor: Actor, id: string, change: PersonChange): Promise<PersonView> {
    return this.alter(actor, id, async (tx, person) => {
      await this.access.mayChange(tx, actor, person, change);
      await this.checkReferences(tx, change);
      return { ...person, ...given(change) };
    });
  }

  /** Reported when it is known, planned or sudden; it counts from now until the return is told (WRK-3, first version). */
  tellAbsence(actor: Actor, id: string, { from, until }: Absence): Promise<PersonView> {
    return this.alter(actor, id, async (tx, person) => {
      await this.access.mayTellAbsence(tx, actor, person);
      return { ...person, onDuty: false, absentFrom: from ?? (await this.clock.now(tx)), absentUntil: until ?? null };
    });
  }

  tellReturn(actor: Actor, id: string): Promise<PersonView> {
    return this.alter(actor, id, async (tx, person) => {
      await this.access.mayTellAbsence(tx, actor, person);
      return { ...person, onDuty: true, absentFrom: null, absentUntil: null };
    });
  }

  /** Nobody leaves while something is owed in the own name (WRK-3). */
  async tellLeaving(id: string): Promise<void> {
    await this.database.tx(async (tx) => {
      const person = await this.people.lock(tx, id);
      if (person === null) throw unknownPerson();
      const openCases = await this.openCases.countOf(tx, id);
      if (openCases > 0) throw new RefusalError(409, { code: 'still-owes', facts: { openCases } });
      if (await this.departments.isHeadAnywhere(tx, id))
        throw new RefusalError(409, { code: 'still-heads-a-department' });
      const left: Person = {
        ...person,
        onDuty: false,
        backupId: null,
        leftAt: await this.clock.now(tx),
        version: person.version + 1,
      };
      await this.people.update(tx, left);
      await this.publisher.personLeft(tx, left);
    });
  }

  private async alter(actor: Actor, id: string, to: (tx: Tx, person: Person) => Promise<Person>): Promise<PersonView> {
    return this.database.tx(async (tx) => {
      const person = await this.people.lock(tx, id);
      if (person === null) throw unknownPerson();
      const changed: Person = { ...(await to(tx, person)), version: person.version + 1 };
      await this.people.update(tx, changed);
      await this.publisher.personChanged(tx, changed);
      return viewPerson(changed, actor);
    });
  }

  private async checkReferences(tx: Tx, { departmentId, roles, backupId }: PersonChange): Promise<void> {
    if (departmentId !== undefined && (await this.departments.find(tx, departmentId)) === null) {
      throw new RefusalError(422, { code: 'unknown-department', facts: { departmentId } });
    }
    if (backupId != null && (await this.people.find(tx, backupId)) === null) {
      throw new RefusalError(422, { code: 'unknown-person', facts: { backupId } });
    }
    const known = new Set((await this.packRoles.list(tx)).map(({ code }) => code));
    const unknown = (roles ?? []).filter((role) => !known.has(role));
    if (unknown.length > 0) throw new RefusalError(422, { code: 'unknown-role', facts: { roles: unknown } });
  }
}

function unknownPerson(): RefusalError {
  return new RefusalError(404, { code: 'unknown-person' });
}

/** The fields that the change names. */
function given(change: PersonChange): Partial<Person> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
