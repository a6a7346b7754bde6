import { randomUUID } from 'node:crypto';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { z } from 'zod';
import type { PackRoleRepository, RoleAuthority } from '../authority/pack-role.repository.ts';
import type { DepartmentRepository } from '../departments/department.repository.ts';
import type { DirectoryPublisher } from '../events/directory.publisher.ts';
import type { Person, PersonRepository } from '../people/person.repository.ts';
import { newPerson } from '../people/person.schemas.ts';

/** What is told of who is to administer; the password is chosen by that person. */
export const administratorRequest = newPerson
  .pick({ username: true, name: true, departmentId: true, password: true })
  .extend({ departmentTitle: z.string().trim().min(1).max(200) });
export type AdministratorRequest = z.output<typeof administratorRequest>;

/** Where people, departments and facts about them are written. */
export interface AdministratorParts {
  readonly people: PersonRepository;
  readonly departments: DepartmentRepository;
  readonly publisher: DirectoryPublisher;
  readonly roles: PackRoleRepository;
}

/** Why nobody was made administrator, as a sentence with what to do. */
export class AdministratorRefused extends Error {}

/**
 * Makes the first person who may administer, with the role that the pack in force gives that capability. Throws
 * AdministratorRefused where somebody may already, where no pack is in force, and where the name is taken.
 */
export async function addFirstAdministrator(
  tx: Tx,
  request: AdministratorRequest,
  passwordHash: string,
  at: Instant,
  { people, departments, publisher, roles }: AdministratorParts,
): Promise<Person> {
  const role = administering(await roles.list(tx));
  if (await somebodyHas(tx, role))
    throw new AdministratorRefused('Somebody may administer already: that person adds further ones, by POST /people.');
  const id = randomUUID();
  const { username, name, departmentId } = request;
  if ((await departments.find(tx, departmentId)) === null) {
    const title = { zh: request.departmentTitle, en: request.departmentTitle };
    const department = { code: departmentId, parent: null, title, headId: id, version: 1 };
    await departments.insert(tx, department);
    await publisher.departmentChanged(tx, department, at);
  }
  const person = { ...NEW, id, username, name, departmentId, roles: [role] };
  if (!(await people.insert(tx, person, passwordHash)))
    throw new AdministratorRefused(`The user name ${username} is taken: choose another one.`);
  await publisher.personChanged(tx, person, at);
  return person;
}

const NEW = {
  ...{ phone: null, skills: [], backupId: null, onDuty: true, absentFrom: null, absentUntil: null },
  ...{ limits: { compensation: null, goodwill: null }, leftAt: null, version: 1 },
};

function administering(roles: readonly RoleAuthority[]): string {
  const role = roles.find(
    ({ departmentId, capabilities }) => departmentId === null && capabilities.includes('administer'),
  );
  if (role !== undefined) return role.code;
  throw new AdministratorRefused(
    'No pack in force says who administers: start intake and staffing first, and wait until staffing is ready.',
  );
}

async function somebodyHas(tx: Tx, role: string): Promise<boolean> {
  const rows = await tx.query('SELECT FROM staffing.people WHERE left_at IS NULL AND $1 = ANY(roles) LIMIT 1', [role]);
  return rows.length > 0;
}
