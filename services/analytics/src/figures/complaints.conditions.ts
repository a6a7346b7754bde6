import type { Instant } from '@redress/policy';
import { FigureConditions } from './figure.conditions.ts';
import { partRule } from './kpi.parts.ts';
import { NOBODY, type ComplaintsFilter } from './complaints.query.ts';

/** What a filter is read by beside itself. */
export interface FilterSetting {
  readonly timeZone: string;
  readonly now: Instant;
}

/** A filter as conditions on `complaint`, a row of analytics.complaints. Drills are behind no figure. */
export function conditionsOf(filter: ComplaintsFilter, { timeZone, now }: FilterSetting): FigureConditions {
  const where = new FigureConditions(timeZone);
  where.add('NOT complaint.drill');
  addStanding(where, filter);
  addDuty(where, filter, now);
  addHappening(where, filter);
  addKpi(where, filter, now);
  return where;
}

function addStanding(where: FigureConditions, filter: ComplaintsFilter): void {
  if (filter.open !== undefined) where.add(`${filter.open ? '' : 'NOT '}${OPEN}`);
  where.addEqual('complaint.stage', filter.stage);
  where.addEqual('complaint.level', filter.level);
  where.addEqual('complaint.class', filter.class);
  where.addEqual('complaint.serious', filter.serious);
  where.addEqual('complaint.department_id', filter.departmentId);
  where.addEqual('complaint.owner_id', filter.owner);
  where.addEqual('complaint.channel', filter.channel);
  if (filter.category !== undefined) where.add(`${where.value(filter.category)} = ANY(complaint.categories)`);
  if (filter.acknowledgedInTime !== undefined)
    where.add(`${filter.acknowledgedInTime ? '' : 'NOT '}${ACKNOWLEDGED_IN_TIME}`);
  if (filter.gaps !== undefined) where.add(`(complaint.gaps > complaint.filled) = ${where.value(filter.gaps)}`);
}

/** Verdict, kind and period are of one duty. */
function addDuty(where: FigureConditions, { verdict, dutyKind, dueIn, rung }: ComplaintsFilter, now: Instant): void {
  const duty: string[] = [];
  if (dutyKind !== undefined) duty.push(where.equal('duty.kind', dutyKind));
  if (dueIn !== undefined) duty.push(where.within('duty.due_at', dueIn));
  if (verdict === 'open') duty.push('duty.verdict IS NULL');
  else if (verdict === 'overdue') duty.push(`duty.verdict IS NULL AND duty.due_at < ${where.value(now)}`);
  else if (verdict !== undefined) duty.push(where.equal('duty.verdict', verdict));
  if (duty.length > 0) where.add(exists('analytics.duties AS duty', 'duty.complaint_id', duty));
  if (rung === undefined) return;
  where.add(
    exists('analytics.rungs AS rung', 'rung.complaint_id', ['NOT rung.warning', where.equal('rung.rung', rung)]),
  );
}

/** Code, period and department are of one happening. */
function addHappening(where: FigureConditions, filter: ComplaintsFilter): void {
  const { happened, happenedIn, happenedDepartmentId, closedIn } = filter;
  const happening: string[] = [];
  if (happened !== undefined) happening.push(where.equal('happening.code', happened));
  if (happenedIn !== undefined) happening.push(where.within('happening.at', happenedIn));
  if (happenedDepartmentId !== undefined) happening.push(where.equal('happening.department_id', happenedDepartmentId));
  if (happening.length > 0) where.add(exists('analytics.happenings AS happening', 'happening.complaint_id', happening));
  if (closedIn === undefined) return;
  where.add(exists('analytics.rounds AS round', 'round.complaint_id', [where.within('round.closed_at', closedIn)]));
}

function addKpi(where: FigureConditions, filter: ComplaintsFilter, now: Instant): void {
  if (filter.kpi === undefined) return;
  const { view, at, is, hasFallenDue } = partRule(filter.kpi);
  const counted: string[] = [is];
  if (hasFallenDue) counted.push(`(counted.verdict IS NOT NULL OR counted.due_at < ${where.value(now)})`);
  if (filter.kpiPeriod !== undefined) counted.push(where.within(`counted.${at}`, filter.kpiPeriod));
  if (filter.kpiPerson === NOBODY) counted.push('counted.person_id IS NULL');
  else if (filter.kpiPerson !== undefined) counted.push(where.equal('counted.person_id', filter.kpiPerson));
  if (filter.kpiTeamId === NOBODY) counted.push('counted.team_id IS NULL');
  else if (filter.kpiTeamId !== undefined) counted.push(where.equal('counted.team_id', filter.kpiTeamId));
  if (filter.kpiDepartmentId !== undefined) counted.push(where.equal('counted.department_id', filter.kpiDepartmentId));
  where.add(exists(`analytics.${view} AS counted`, 'counted.complaint_id', counted));
}

/** Work that is still to be done. */
export const OPEN = `(complaint.stage NOT IN ('closed', 'ended'))`;

/** A person made the first contact in time: its first respond duty was met before it fell due (PRC-1, PRC-20). */
export const ACKNOWLEDGED_IN_TIME = `coalesce(
  (SELECT first.verdict = 'in-time' FROM analytics.duties AS first
   WHERE first.complaint_id = complaint.id AND first.kind = 'respond' ORDER BY first.due_at, first.duty_id LIMIT 1), false)`;

function exists(table: string, complaintId: string, conditions: readonly string[]): string {
  return `EXISTS (SELECT 1 FROM ${table} WHERE ${[`${complaintId} = complaint.id`, ...conditions].join(' AND ')})`;
}
