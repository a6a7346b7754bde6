import type { Actor } from '@redress/policy';
import type { Person } from './person.repository.ts';
import type { PersonView } from './person.schemas.ts';

/** The person as `reader` may see them. */
export function viewPerson(person: Person, reader: Actor): PersonView {
  const { id, username, name, departmentId, roles, skills, backupId, onDuty, absentFrom, absentUntil, limits } = person;
  const seesPhone = reader.id === id || reader.capabilities.includes('administer');
  const phone = seesPhone ? person.phone : null;
  return {
    id,
    username,
    name,
    phone,
    departmentId,
    roles: [...roles],
    skills: [...skills],
    backupId,
    onDuty,
    absentFrom,
    absentUntil,
    limits,
  };
}
