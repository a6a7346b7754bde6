import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor, Instant, Threshold } from '@redress/policy';
import { DomainClock, InputError, RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import type { IntakeSettings } from '../intake.settings.ts';
import { PackRepository } from '../packs/pack.repository.ts';
import { thresholdCounts } from './crossing.counts.ts';
import type { CrossingView, MonthlyReview, ReviewQuery } from './crossing.views.ts';

interface Row {
  id: string;
  threshold: Threshold;
  place: string;
  item: string;
  value: number;
  at: Date;
  cleared_at: Date | null;
  told: string[];
  choice_due_at: Date;
  choice: string | null;
  chosen_by: string | null;
  chosen_at: Date | null;
  reviews: { cause: string; measure: string; by: string; at: string }[];
}

/** More crossings than anybody reviews in a month. */
const MOST = 1_000;

/** The monthly review of a department (WRK-23). */
@Injectable()
export class CrossingReader {
  private readonly timeZone: string;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(PackRepository) private readonly packs: PackRepository,
    @Inject(SERVICE_CONFIG) config: ServiceConfig<IntakeSettings>,
  ) {
    this.timeZone = config.extra.REDRESS_FIGURES_TIME_ZONE;
  }

  async month(query: ReviewQuery, actor: Actor): Promise<MonthlyReview> {
    const departmentId = query.departmentId ?? actor.departmentId;
    if (departmentId === null) throw new InputError([{ path: 'departmentId', message: 'is needed: you have none' }]);
    if (departmentId !== actor.departmentId && !actor.capabilities.includes('read-all'))
      throw new RefusalError(403, { code: 'not-permitted' });
    const now = await this.clock.now(this.database);
    const month = query.month ?? this.monthOf(now);
    const pinned = await this.packs.inForce(this.database, now, departmentId);
    const crossings = (await this.rows(departmentId, month)).map(toView);
    const thresholds = thresholdCounts(pinned?.pack.thresholds ?? [], crossings);
    return { month, departmentId, thresholds, crossings };
  }

  private rows(departmentId: string, month: string): Promise<Row[]> {
    return this.database.query<Row>(
      `SELECT id, threshold, place, item, value, at, cleared_at, told, choice_due_at, choice, chosen_by, chosen_at,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('cause', cause, 'measure', measure, 'by', reviewed_by,
            'at', to_char(review.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY number), '[]')
          FROM intake.crossing_reviews AS review WHERE crossing_id = crossing.id) AS reviews
       FROM intake.crossings AS crossing
       WHERE department_id = $1 AND to_char(at AT TIME ZONE $3, 'YYYY-MM') = $2 ORDER BY at, id LIMIT ${MOST}`,
      [departmentId, month, this.timeZone],
    );
  }

  private monthOf(now: Instant): string {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone, year: 'numeric', month: '2-digit' });
    return parts.format(new Date(now)).slice(0, 'yyyy-mm'.length);
  }
}

function toView(row: Row): CrossingView {
  const { id, threshold, value, told, reviews } = row;
  const { code, title } = threshold;
  return {
    ...{ id, code, title, value, told, reviews },
    place: row.place === '' ? null : row.place,
    item: row.item === '' ? null : row.item,
    at: row.at.toISOString(),
    clearedAt: row.cleared_at?.toISOString() ?? null,
    choices: threshold.choices.map((choice) => ({ ...choice })),
    choiceDueAt: row.choice_due_at.toISOString(),
    choice: choiceOf(row),
  };
}

function choiceOf({
  threshold,
  choice,
  chosen_by: by,
  chosen_at: at,
  choice_due_at: dueAt,
}: Row): CrossingView['choice'] {
  const chosen = threshold.choices.find(({ code }) => code === choice);
  if (chosen === undefined || by === null || at === null) return null;
  return { ...chosen, by, at: at.toISOString(), inTime: at <= dueAt };
}
