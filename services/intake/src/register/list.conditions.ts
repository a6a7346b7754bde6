import type { Actor } from '@redress/policy';
import { Conditions } from '@redress/db';
import type { LookupHashes } from '../persons/lookup.hashes.ts';
import type { ComplaintFilter } from './list.query.ts';
import { addVisible } from './visible.condition.ts';

/**
 * A filter as conditions on `complaint`, a row of intake.complaints; of what the reader may see only, and with `handedOver`
 * of what the reader could see before.
 */
export function conditionsOf(
  filter: ComplaintFilter,
  actor: Actor,
  hashes: LookupHashes,
  handedOver = false,
): Conditions {
  const where = new Conditions();
  addVisible(where, actor, handedOver);
  addStanding(where, filter, actor);
  addReceipt(where, filter);
  const granted = actor.capabilities.includes('read-restricted');
  addDuty(where, filter, granted);
  addMatter(where, filter, hashes, granted);
  addComplainant(where, filter, hashes);
  return where;
}

const OPEN = `complaint.stage NOT IN ('closed', 'ended')`;

function addStanding(where: Conditions, filter: ComplaintFilter, actor: Actor): void {
  if (filter.open !== undefined) where.add(filter.open ? OPEN : `NOT (${OPEN})`);
  if (filter.mine !== undefined) {
    const me = where.value(actor.id);
    const mine = `((complaint.owner_id = ${me} OR complaint.backup_id = ${me}) AND ${OPEN})`;
    where.add(filter.mine ? mine : `(${mine}) IS NOT TRUE`);
  }
  where.addEqual('complaint.stage', filter.stage);
  where.addEqual('complaint.kind', filter.kind);
  where.addEqual('complaint.level', filter.level);
  where.addEqual('complaint.class', filter.class);
  where.addEqual('complaint.grade', filter.grade);
  where.addEqual('complaint.serious', filter.serious);
  where.addEqual('complaint.provisional', filter.provisional);
  where.addEqual('complaint.access', filter.access);
  where.addEqual('complaint.department_id', filter.departmentId);
  where.addEqual('complaint.owner_id', filter.owner);
  where.addEqual('complaint.backup_id', filter.backup);
  where.addEqual('complaint.closing', filter.closing);
}

function addReceipt(where: Conditions, filter: ComplaintFilter): void {
  where.addEqual('complaint.number', filter.number?.trim().toUpperCase());
  where.addEqual('complaint.recorded_by', filter.recordedBy);
  where.addEqual('complaint.channel', filter.channel);
  where.addEqual('complaint.language', filter.language);
  where.addEqual('complaint.drill', filter.drill);
  addBetween(where, 'complaint.received_at', filter.receivedFrom, filter.receivedTo);
  addBetween(where, 'complaint.registered_at', filter.registeredFrom, filter.registeredTo);
}

function addBetween(where: Conditions, column: string, from: string | undefined, to: string | undefined): void {
  if (from !== undefined) where.add(`${column} >= ${where.value(from)}`);
  if (to !== undefined) where.add(`${column} < ${where.value(to)}`);
}

/** A kind and an instant are of one duty; the clock of a record of misconduct finds nothing without the grant (INT-15). */
function addDuty(where: Conditions, { dutyKind, dueBefore }: ComplaintFilter, granted: boolean): void {
  if (dutyKind === 'misconduct' && !granted) where.add('false');
  if (dutyKind !== undefined) {
    const due = dueBefore === undefined ? '' : `AND duty.due_at < ${where.value(dueBefore)}`;
    where.add(`EXISTS (SELECT FROM intake.duties AS duty WHERE duty.complaint_id = complaint.id
      AND duty.ended_at IS NULL AND duty.kind = ${where.value(dutyKind)} ${due})`);
  } else if (dueBefore !== undefined) {
    where.add(`complaint.first_due_at < ${where.value(dueBefore)}`);
  }
}

/** A matter that has been taken out of ordinary hands is found by nobody without the grant (INT-15). */
function addMatter(where: Conditions, filter: ComplaintFilter, hashes: LookupHashes, granted: boolean): void {
  const { category, departmentComplainedOf, reference } = filter;
  const matter: string[] = [];
  const seen = granted ? '' : `AND matter.access = 'open'`;
  if (category !== undefined) matter.push(`matter.category = ${where.value(category)}`);
  if (departmentComplainedOf !== undefined)
    matter.push(`matter.department_complained_of = ${where.value(departmentComplainedOf)}`);
  if (matter.length > 0)
    where.add(
      `EXISTS (SELECT FROM intake.matters AS matter WHERE matter.complaint_id = complaint.id ${seen} AND ${matter.join(' AND ')})`,
    );
  if (reference === undefined) return;
  where.add(
    `complaint.id IN (SELECT known.complaint_id FROM intake.matter_references AS known JOIN intake.matters AS matter
       ON matter.id = matter_id ${seen} WHERE hash = ${where.value(hashes.ofReference(reference))})`,
  );
}

function addComplainant(where: Conditions, { phone, email }: ComplaintFilter, hashes: LookupHashes): void {
  if (phone !== undefined) addKnownBy(where, ['phone', 'mobile'], phone, hashes);
  if (email !== undefined) addKnownBy(where, ['email'], email, hashes);
}

/** A value in which nothing tells is nobody's. */
function addKnownBy(where: Conditions, fields: readonly string[], value: string, hashes: LookupHashes): void {
  const known = fields.map((field) => hashes.ofField(field, value)).filter((hash) => hash !== null);
  where.add(
    `complaint.person_id IN (SELECT person_id FROM intake.complainant_hashes WHERE hash = ANY(${where.value(known)}::bytea[]))`,
  );
}
