import { Injectable } from '@nestjs/common';
import type { PackActivated, PersonChanged } from '@redress/contracts';
import type { Tx } from '@redress/db';
import type { Instant } from '@redress/policy';

/** Who belongs to which team since when, and how packs weigh the KPIs. */
@Injectable()
export class OrganisationRepository {
  /** A new line only where the team changes. */
  async join(tx: Tx, { id, departmentId }: PersonChanged, version: number, since: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO analytics.team_members (person_id, version, since, department_id)
       SELECT $1, $2, $3, $4 WHERE $4 IS DISTINCT FROM (
         SELECT department_id FROM analytics.team_members WHERE person_id = $1 AND version < $2 ORDER BY version DESC LIMIT 1)
       ON CONFLICT DO NOTHING`,
      [id, version, since, departmentId],
    );
  }

  async weigh(tx: Tx, { kpi, departmentId }: PackActivated, sequence: number, from: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO analytics.kpi_weights (sequence, department_id, active_from, weights) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [sequence, departmentId ?? null, from, kpi === undefined ? null : JSON.stringify(kpi)],
    );
  }
}
