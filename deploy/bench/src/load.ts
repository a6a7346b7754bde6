import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';

export interface Load {
  readonly url: string;
  /** Makes the body of a request. */
  readonly body: () => string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second over all connections; as many as are answered when left out. */
  readonly rate?: number;
}

export interface LoadResult {
  readonly answered: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Posts again and again, each time under a key of its own. Throws when anything is answered but 2xx. */
export async function load({ url, body, headers, connections, seconds, rate }: Load): Promise<LoadResult> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({
          ...request,
          body: body(),
          headers: { ...headers, 'idempotency-key': randomUUID() },
        }),
      },
    ],
  });
  const refused = result.non2xx + result.errors + result.timeouts;
  if (refused > 0) throw new Error(`${refused} of ${result.requests.total} requests to ${url} were not taken`);
  const answered = result['2xx'];
  return { answered, perSecond: answered / result.duration, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}
