import { Inject, Injectable } from '@nestjs/common';
import { instant } from '@redress/contracts';
import type { Tx } from '@redress/db';
import { InputError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import { z } from 'zod';
import type { ImprovementSettings } from '../improvement.settings.ts';
import type { CauseComplaints, CauseComplaintsQuery, CauseList, CausesQuery } from './cause.schemas.ts';

const FROM = `improvement.causes AS cause JOIN improvement.complaints AS complaint ON complaint.id = cause.complaint_id`;

/** A line with the label of its complaint. */
type Found = CauseComplaints['items'][number] & { readonly access: string };

/** The SQL of the register of causes. Drills are behind no figure; restricted ones only for those who may read them. */
@Injectable()
export class CauseQueries {
  constructor(@Inject(SERVICE_CONFIG) private readonly config: ServiceConfig<ImprovementSettings>) {}

  /** A complaint with several categories counts once in each. */
  async figures(
    tx: Tx,
    query: CausesQuery,
    restricted: boolean,
  ): Promise<Omit<CauseList['items'][number], 'complaints'>[]> {
    const { from, to, category, cause, departmentId } = query;
    return tx.query(
      `SELECT ${this.month('$1')} AS month, cause.cause, category, count(*)::int AS count
       FROM ${FROM} CROSS JOIN unnest(complaint.categories) AS category
       WHERE NOT complaint.drill AND (complaint.access = 'open' OR $2) AND ${this.month('$1')} BETWEEN $3 AND $4
         AND ($5::text IS NULL OR category = $5) AND ($6::text IS NULL OR cause.cause = $6)
         AND ($7::text IS NULL OR cause.department_id = $7)
       GROUP BY 1, 2, 3 ORDER BY 1, 4 DESC, 2, 3`,
      [this.timeZone, restricted, from, to, category ?? null, cause ?? null, departmentId ?? null],
    );
  }

  /** By (analysed-at, complaint), the newest first. One more than asked for tells of a next page. */
  async complaints(tx: Tx, query: CauseComplaintsQuery, readerId: string, restricted: boolean): Promise<Found[]> {
    const { month, category, cause, departmentId, limit, after } = query;
    const [analysedAt, complaintId] = after === undefined ? [null, null] : cursorOf(after);
    const rows = await tx.query<Omit<Found, 'analysedAt'> & { analysedAt: Date }>(
      `SELECT cause.complaint_id AS "complaintId", number, round, level, categories, cause.department_id AS "departmentId",
         cause.cause, complaint.access, analysed_at AS "analysedAt",
         (SELECT count(*)::int FROM improvement.actions AS action WHERE action.complaint_id = cause.complaint_id) AS actions
       FROM ${FROM}
       WHERE NOT complaint.drill AND (complaint.access = 'open' OR $2)
         AND ($3::text IS NULL OR ${this.month('$1')} = $3) AND ($4::text IS NULL OR $4 = ANY(categories))
         AND ($5::text IS NULL OR cause.cause = $5) AND ($6::text IS NULL OR cause.department_id = $6)
         AND NOT complaint.concerned @> ARRAY[$9::uuid]
         AND ($7::timestamptz IS NULL OR (analysed_at, cause.complaint_id) < ($7, $8::uuid))
       ORDER BY analysed_at DESC, cause.complaint_id DESC, round DESC LIMIT ${limit + 1}`,
      [
        ...[this.timeZone, restricted, month ?? null, category ?? null],
        ...[cause ?? null, departmentId ?? null, analysedAt, complaintId, readerId],
      ],
    );
    return rows.map((row) => ({ ...row, analysedAt: row.analysedAt.toISOString() }));
  }

  private get timeZone(): string {
    return this.config.extra.REDRESS_FIGURES_TIME_ZONE;
  }

  private month(timeZone: string): string {
    return `to_char(cause.analysed_at AT TIME ZONE ${timeZone}, 'YYYY-MM')`;
  }
}

const cursor = z.tuple([instant, z.uuid()]);

function cursorOf(after: string): [string, string] {
  const parsed = cursor.safeParse(after.split('_'));
  if (!parsed.success) throw new InputError([{ path: 'after', message: 'is the `next` of an earlier page' }]);
  return parsed.data;
}
