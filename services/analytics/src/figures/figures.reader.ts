import { Inject, Injectable } from '@nestjs/common';
import { REFUSAL_STATUS } from '@redress/contracts';
import { Database, type Tx } from '@redress/db';
import type { Actor, Instant } from '@redress/policy';
import { DomainClock, LookBook, RefusalError, SERVICE_CONFIG, type ServiceConfig } from '@redress/service-kit';
import type { AnalyticsSettings } from '../analytics.settings.ts';
import { ComplaintQueries, type Seen } from './complaint.queries.ts';
import type { ComplaintsPage, ComplaintView } from './complaint.view.ts';
import type { ComplaintsQuery } from './complaints.query.ts';
import { dailyFigures } from './daily.figures.ts';
import { DailyQueries } from './daily.queries.ts';
import type { DailyQuery, KpiQuery, TrendQuery } from './figures.query.ts';
import type { DailyView, KpiView, LiveView, TotalsView, TrendView } from './figures.view.ts';
import { kpiFigures } from './kpi.figures.ts';
import { KpiQueries } from './kpi.queries.ts';
import { liveFigures } from './live.figures.ts';
import { LiveQueries } from './live.queries.ts';
import { periodHolding, periodOf, periodsBetween } from './period.ts';
import { TotalsQueries } from './totals.queries.ts';
import { trendFigures } from './trend.figures.ts';
import { TrendQueries } from './trend.queries.ts';
import { WeightQueries } from './weight.queries.ts';

/** Reads the figures for people, each answer from one snapshot. */
@Injectable()
export class FiguresReader {
  private readonly timeZone: string;

  constructor(
    @Inject(SERVICE_CONFIG) config: ServiceConfig<AnalyticsSettings>,
    @Inject(Database) private readonly database: Database,
    @Inject(DomainClock) private readonly clock: DomainClock,
    @Inject(LiveQueries) private readonly liveWork: LiveQueries,
    @Inject(DailyQueries) private readonly days: DailyQueries,
    @Inject(KpiQueries) private readonly kpis: KpiQueries,
    @Inject(ComplaintQueries) private readonly complaints: ComplaintQueries,
    @Inject(TotalsQueries) private readonly sums: TotalsQueries,
    @Inject(TrendQueries) private readonly trend: TrendQueries,
    @Inject(WeightQueries) private readonly weights: WeightQueries,
    @Inject(LookBook) private readonly looks: LookBook,
  ) {
    this.timeZone = config.extra.REDRESS_FIGURES_TIME_ZONE;
  }

  live(): Promise<LiveView> {
    return this.snapshot(async (tx, now) =>
      liveFigures(
        await this.liveWork.open(tx),
        await this.liveWork.clocks(tx, now),
        await this.liveWork.overdue(tx, now),
        now,
      ),
    );
  }

  daily(query: DailyQuery): Promise<DailyView> {
    const { timeZone } = this;
    return this.snapshot(async (tx) => {
      const counts = await this.days.counts(tx, query, timeZone);
      return { timeZone, items: dailyFigures(counts, await this.days.categories(tx, query, timeZone)) };
    });
  }

  kpi({ by, period: unit, from }: KpiQuery): Promise<KpiView> {
    const { timeZone } = this;
    const period = periodHolding(unit, from);
    return this.snapshot(async (tx, now) => {
      const rows = await this.kpis.counts(tx, by, period, timeZone, now);
      const ids = rows.flatMap(({ id }) => id ?? []);
      const weights = await this.weights.inForce(tx, by, ids, period, timeZone, now);
      const items = rows.map((row) => kpiFigures(row, by, period, weights(row.id)));
      return { by, period, ...periodOf(period), timeZone, items };
    });
  }

  trends({ by, period: unit, from, to }: TrendQuery): Promise<TrendView> {
    const { timeZone } = this;
    const periods = periodsBetween(unit, from, to);
    return this.snapshot(async (tx) => {
      const rows = await this.trend.counts(tx, by, periods[0] ?? from, periods.at(-1) ?? to, timeZone);
      return { by, timeZone, items: trendFigures(rows, by, unit, periods) };
    });
  }

  async list(query: ComplaintsQuery, actor: Actor): Promise<ComplaintsPage> {
    const { timeZone } = this;
    const seen = await this.snapshot((tx, now) => this.complaints.page(tx, query, { timeZone, now }, actor));
    return this.recorded(seen, actor);
  }

  /** Throws RefusalError not-visible. */
  async view(complaintId: string, actor: Actor): Promise<ComplaintView> {
    const seen = await this.snapshot((tx) => this.complaints.view(tx, complaintId, actor));
    if (seen === null) throw new RefusalError(REFUSAL_STATUS['not-visible'], { code: 'not-visible' });
    return this.recorded(seen, actor);
  }

  totals(): Promise<TotalsView> {
    return this.snapshot(async (tx) => ({
      ...(await this.sums.counts(tx)),
      escalatedByRung: await this.sums.escalatedByRung(tx),
    }));
  }

  /** A look at a restricted complaint is recorded before it is answered (INT-7). */
  private async recorded<View>({ shown, restricted }: Seen<View>, actor: Actor): Promise<View> {
    await this.looks.record(this.database, actor, 'figures', restricted);
    return shown;
  }

  /** Facts that come in between do not make the parts of an answer contradict each other. */
  private snapshot<T>(read: (tx: Tx, now: Instant) => Promise<T>): Promise<T> {
    return this.database.tx(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return read(tx, await this.clock.now(tx));
    });
  }
}
