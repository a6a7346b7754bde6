import type { Tx } from '@redress/db';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One value of a figure, by its labels. */
export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A figure that is read anew whenever the figures are asked for. */
export interface ReadFigure {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  read(): Promise<readonly Reading[]>;
}

const OUTBOX_FIGURES = [
  {
    name: 'redress_outbox_waiting_rows',
    help: 'Rows of the outbox that have not left yet',
    ...{ state: 'waiting', sql: 'count(*)' },
  },
  {
    name: 'redress_outbox_oldest_seconds',
    help: 'For how long the oldest waiting row of the outbox has waited',
    ...{ state: 'waiting', sql: 'extract(epoch FROM clock_timestamp() - min(created_at))' },
  },
  {
    name: 'redress_outbox_parked_rows',
    help: 'Rows of the outbox that were refused for good; they hold back what follows under their key',
    ...{ state: 'parked', sql: 'count(*)' },
  },
] as const;

/** The figures of a process for Prometheus: its own registry, so that two services in one process stay apart. */
export class Metrics {
  readonly registry = new Registry();
  private readonly lags = new Map<string, () => Promise<number>>();

  private readonly requests = new Histogram({
    name: 'redress_http_request_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** Shows a figure; while it cannot be read it is left out, so that nothing old is taken for new. */
  show({ name, help, labels = [], read }: ReadFigure): void {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      async collect() {
        const readings = await read().catch(() => []);
        this.reset();
        // Reset, a figure without labels is 0.
        if (labels.length === 0) this.remove();
        for (const reading of readings) this.set({ ...reading.labels }, reading.value);
      },
    });
  }

  /** Shows how many events a consumer has not taken yet. */
  showLag(consumer: string, read: () => Promise<number>): void {
    if (this.lags.size === 0) {
      this.show({
        name: 'redress_consumer_lag_events',
        help: 'Events that a consumer has not taken yet',
        labels: ['consumer'],
        read: () => Promise.all([...this.lags].map(([name, lag]) => lagOf(name, lag))),
      });
    }
    this.lags.set(consumer, read);
  }

  /** Shows what waits in a schema's outbox, for how long, and what was refused for good. */
  showOutbox(tx: Tx, schema: string): void {
    for (const { name, help, state, sql } of OUTBOX_FIGURES) {
      const read = async () => {
        const rows = await tx.query<{ queue: string; value: number }>(
          `SELECT queue, (${sql})::float8 AS value FROM ${schema}.outbox WHERE state = '${state}' GROUP BY queue`,
        );
        return rows.map(({ queue, value }) => ({ labels: { queue }, value }));
      };
      this.show({ name, help, labels: ['queue'], read });
    }
  }
}

async function lagOf(consumer: string, lag: () => Promise<number>): Promise<Reading> {
  return { labels: { consumer }, value: await lag() };
}
