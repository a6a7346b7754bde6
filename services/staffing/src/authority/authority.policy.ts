import { limitOf, type Actor, type Capability } from '@redress/policy';
import type { Person } from '../people/person.repository.ts';
import type { RoleAuthority } from './pack-role.repository.ts';

/** Whose authority is asked for: somebody with these roles in that department. */
type Holder = Pick<Person, 'departmentId' | 'roles'>;

/**
 * The roles as they stand for a department: as its own packs in force say, else as those of the organisation; a role
 * that only other departments' packs know keeps what they give it, since its holder may sit elsewhere. So a pack that is
 * put in force for one department changes nobody's authority in the others.
 */
export function rolesIn(departmentId: string, authorities: readonly RoleAuthority[]): RoleAuthority[] {
  const own = authorities.filter((role) => role.departmentId === departmentId);
  const shared = unnamedIn(
    own,
    authorities.filter((role) => role.departmentId === null),
  );
  return [...own, ...shared, ...unnamedIn([...own, ...shared], authorities)];
}

/** Everything that the person's roles may do, in the packs in force, each once and in a stable order. */
export function capabilitiesOf({ departmentId, roles }: Holder, authorities: readonly RoleAuthority[]): Capability[] {
  const held = rolesIn(departmentId, authorities).filter(({ code }) => roles.includes(code));
  return [...new Set(held.flatMap(({ capabilities }) => capabilities))].sort();
}

/** The person as an actor: what the token says. Limits are those of the roles, lowered by the person's own (PRC-5). */
export function actorFor(person: Person, authorities: readonly RoleAuthority[]): Actor {
  return {
    id: person.id,
    kind: 'person',
    roles: person.roles,
    capabilities: capabilitiesOf(person, authorities),
    departmentId: person.departmentId,
    limits: limitOf(person.roles, { roles: rolesIn(person.departmentId, authorities) }, person.limits),
  };
}

function unnamedIn(named: readonly RoleAuthority[], others: readonly RoleAuthority[]): RoleAuthority[] {
  return others.filter(({ code }) => !named.some((role) => role.code === code));
}
