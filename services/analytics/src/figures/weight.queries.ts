import { Injectable } from '@nestjs/common';
import type { Tx } from '@redress/db';
import { DEFAULT_KPI_WEIGHTS, type Instant, type KpiWeights } from '@redress/policy';
import { FigureConditions } from './figure.conditions.ts';
import type { KpiBy } from './kpi.queries.ts';
import { periodOf } from './period.ts';

interface WeightRow {
  readonly id: string | null;
  readonly weights: KpiWeights | null;
}

/** How the total of a line is weighed. */
export type WeightsOf = (id: string | null) => KpiWeights;

/** The SQL of the weights: those of the pack that was in force when the period ended, or is now while it lasts. */
@Injectable()
export class WeightQueries {
  /** A department's own pack goes before the organisation's; a person is weighed as the own team is. */
  async inForce(
    tx: Tx,
    by: KpiBy,
    ids: readonly string[],
    period: string,
    timeZone: string,
    now: Instant,
  ): Promise<WeightsOf> {
    const where = new FigureConditions(timeZone);
    const end = `least(${where.midnight(periodOf(period).untilDay)} - interval '1 millisecond', ${where.value(now)}::timestamptz)`;
    const department = by === 'person' ? `analytics.team_of(id::uuid, ${end})` : 'id';
    const rows = await tx.query<WeightRow>(
      `SELECT line.id, (
         SELECT weights FROM analytics.kpi_weights
         WHERE active_from <= ${end} AND (department_id IS NULL OR department_id = line.department)
         ORDER BY department_id IS NULL, active_from DESC, sequence DESC LIMIT 1) AS weights
       FROM (SELECT id, ${department} AS department FROM unnest(${where.value(ids)}::text[]) AS id
             UNION ALL SELECT NULL, NULL) AS line`,
      where.values,
    );
    const weights = new Map(rows.map((row) => [row.id, row.weights]));
    return (id) => weights.get(id) ?? DEFAULT_KPI_WEIGHTS;
  }
}
