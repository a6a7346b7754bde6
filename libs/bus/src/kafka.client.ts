import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import type { BusLog, BusOptions } from './bus.types.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 15_000;

/** Fields of kafkajs' own lines that are names and figures; the rest may quote a message. */
const KEPT = [
  'broker',
  'clientId',
  'groupId',
  'memberId',
  'topic',
  'partition',
  'retryCount',
  'retryTime',
  'error',
] as const;

/** The client of kafkajs with this product's timeouts; its defaults need 48 s to recover from a short outage of the broker. */
export function kafkaClient({ brokers, clientId, log }: BusOptions): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => write(log, entry),
  });
}

/** kafkajs calls an outage an error on every attempt; here it is a warning, and who is hurt by it says so. */
function write(log: BusLog, entry: LogEntry): void {
  const given = Object.entries(entry.log).filter(
    ([name, value]) => KEPT.includes(name as 'topic') && ['string', 'number'].includes(typeof value),
  );
  log.debug({ scope: `kafkajs ${entry.namespace}`, ...Object.fromEntries(given) }, entry.log.message);
}
