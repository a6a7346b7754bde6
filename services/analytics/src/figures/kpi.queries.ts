import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';
import { FigureConditions } from './figure.conditions.ts';
import { KPI_PART_CODES, partRule, type KpiPart } from './kpi.parts.ts';

/** Who a KPI is counted for. */
export type KpiBy = 'person' | 'team' | 'department';

/** The counts of one person, team or department; `id` is null for nobody. */
export interface KpiRow {
  readonly id: string | null;
  readonly counts: Readonly<Record<KpiPart, number>>;
  /** Result scores, 1–5, of the answers that count. */
  readonly resultScores: readonly number[];
}

interface Counted {
  readonly id: string | null;
  readonly part: KpiPart;
  readonly count: number;
  readonly scores: number[] | null;
}

const ID: Readonly<Record<KpiBy, string>> = {
  person: 'person_id::text',
  team: 'team_id',
  department: 'department_id',
};

/** The SQL of the KPIs (IMP-2). */
@Injectable()
export class KpiQueries {
  /** A duty still open counts once its due instant has passed: it can only be late now. */
  async counts(tx: Tx, by: KpiBy, period: string, timeZone: string, now: Instant): Promise<KpiRow[]> {
    const where = new FigureConditions(timeZone);
    const parts = KPI_PART_CODES.map((part) => {
      const { view, at, is, hasFallenDue, scores, once } = partRule(part);
      const due = hasFallenDue ? ` AND (counted.verdict IS NOT NULL OR counted.due_at < ${where.value(now)})` : '';
      return `SELECT ${ID[by]} AS id, '${part}' AS part, count(${once ? 'DISTINCT complaint_id' : '*'})::int AS count,
         ${scores ? 'array_agg(result::int ORDER BY complaint_id)' : 'NULL::int[]'} AS scores
       FROM analytics.${view} AS counted
       WHERE ${is} AND ${where.within(`counted.${at}`, period)}${due} GROUP BY 1`;
    });
    return rowsOf(await tx.query<Counted>(parts.join(' UNION ALL '), where.values));
  }
}

/** One row for each id, by id, nobody last. */
function rowsOf(counted: readonly Counted[]): KpiRow[] {
  const ids = [...new Set(counted.map(({ id }) => id))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
  );
  return ids.map((id) => {
    const own = counted.filter((row) => row.id === id);
    const countOf = (part: string) => own.find((row) => row.part === part)?.count ?? 0;
    const counts = Object.fromEntries(KPI_PART_CODES.map((part) => [part, countOf(part)]));
    return { id, counts: counts as KpiRow['counts'], resultScores: own.flatMap(({ scores }) => scores ?? []) };
  });
}
