import type { Actor } from '@redress/policy';
import type { Conditions } from '@redress/db';
import { HANDED_OVER_AT } from './handed-over.condition.ts';

/**
 * As mayRead says it, in SQL: the own department's, or named in it, or everything for those who read all (INT-7); with
 * `handedOver` also as seesHandedOver does (INT-15).
 */
export function addVisible(where: Conditions, actor: Actor, handedOver: boolean): void {
  where.add(`NOT complaint.concerned @> ARRAY[${where.value(actor.id)}::uuid]`);
  if (!actor.capabilities.includes('read-restricted'))
    where.add(`(complaint.access = 'open'${handedOver ? ` OR ${HANDED_OVER_AT} IS NOT NULL` : ''})`);
  if (actor.capabilities.includes('read-all') || actor.capabilities.includes('audit')) return;
  const department = where.value(actor.capabilities.includes('read-department') ? actor.departmentId : null);
  const person = where.value(actor.id);
  where.add(
    `(complaint.department_id = ${department} OR complaint.asked @> ARRAY[${department}::text]
      OR complaint.owner_id = ${person} OR complaint.backup_id = ${person} OR complaint.involved @> ARRAY[${person}::uuid])`,
  );
}
