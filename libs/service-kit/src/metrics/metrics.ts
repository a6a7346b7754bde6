import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The figures of a process for Prometheus: its own registry, so that two services in one process stay apart. */
export class Metrics {
  readonly registry = new Registry();

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
}
