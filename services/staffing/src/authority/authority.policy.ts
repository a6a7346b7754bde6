import { limitOf, type Actor, type Capability } from '@redress/policy';
import type { Person } from '../people/person.repository.ts';
import type { RoleAuthority } from './pack-role.repository.ts';

/** Everything that the person's roles may do, in the packs in force, each once and in a stable order. */
export function capabilitiesOf(roles: readonly string[], authorities: readonly RoleAuthority[]): Capability[] {
  const held = authorities.filter(({ code }) => roles.includes(code)).flatMap(({ capabilities }) => capabilities);
  return [...new Set(held)].sort();
}

/** The person as an actor: what the token says. Limits are those of the roles, lowered by the person's own (PRC-5). */
export function actorFor(person: Person, authorities: readonly RoleAuthority[]): Actor {
  return {
    id: person.id,
    kind: 'person',
    roles: person.roles,
    capabilities: capabilitiesOf(person.roles, authorities),
    departmentId: person.departmentId,
    limits: limitOf(person.roles, { roles: authorities }, person.limits),
  };
}
