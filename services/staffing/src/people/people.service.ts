import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Actor } from '@redress/policy';
import { DomainClock, RefusalError } from '@redress/service-kit';
import { AbsenceKeeper } from '../absences/absence.keeper.ts';
import { PackRoleRepository } from '../authority/pack-role.repository.ts';
import { DirectoryPublisher } from '../events/directory.publisher.ts';
import { DepartmentRepository } from '../departments/department.repository.ts';
import { PasswordHasher } from '../sessions/password.hasher.ts';
import { PersonChanger } from './person.changer.ts';
import { PersonRepository, type Person } from './person.repository.ts';
import type { NewPerson, PeopleList, PeopleQuery, PersonChange, PersonView } from './person.schemas.ts';
import { viewPerson } from './person.view.ts';
import { StaffAccess } from './staff.access.ts';
import { unknownPerson } from './unknown.person.ts';

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly departments: DepartmentRepository,
    private readonly packRoles: PackRoleRepository,
    private readonly absences: AbsenceKeeper,
    private readonly changer: PersonChanger,
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
      await this.publisher.personChanged(tx, person, await this.clock.now(tx));
    });
    return viewPerson(person, actor);
  }

  /** Putting somebody on duty ends what absence is running. */
  change(actor: Actor, id: string, change: PersonChange): Promise<PersonView> {
    return this.database.tx(async (tx) => {
      const person = await this.people.lock(tx, id);
      if (person === null) throw unknownPerson();
      await this.access.mayChange(tx, actor, person, change);
      if (change.backupId === id) throw new RefusalError(422, { code: 'own-backup' });
      await this.checkReferences(tx, change);
      const at = await this.clock.now(tx);
      const back = change.onDuty === true ? await this.absences.end(tx, person, at) : {};
      return viewPerson(await this.changer.write(tx, person, { ...given(change), ...back }, at), actor);
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

/** The fields that the change names. */
function given(change: PersonChange): Partial<Person> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
