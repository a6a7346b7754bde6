import { LOOPBACK } from './port.ts';
import type { TemporalSettings } from './engine.types.ts';

/** Neighbouring ports a server needs: four services, each with its membership port. */
export const TEMPORAL_PORT_SPAN = 8;

/** Where Temporal keeps its data. */
export interface TemporalStore {
  /** Any URL of the PostgreSQL server; its database is not looked at. */
  postgresUrl: string;
  database: string;
  visibilityDatabase: string;
}

/** Frontend, history, matching and worker take the ports from `port` on. */
export function renderTemporalConfig(port: number, store: TemporalStore, dynamicFile: string): string {
  const services = ['frontend', 'history', 'matching', 'worker'].map((name, index) => [
    name,
    { rpc: { grpcPort: port + index, membershipPort: port + 4 + index, bindOnIP: LOOPBACK } },
  ]);
  const config = {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: 4,
      datastores: {
        default: { sql: sqlStore(store.postgresUrl, store.database, 12) },
        visibility: { sql: sqlStore(store.postgresUrl, store.visibilityDatabase, 4) },
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: LOOPBACK } },
    services: Object.fromEntries(services) as unknown,
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `${LOOPBACK}:${port}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamicFile, pollInterval: '10s' },
  };
  // JSON is YAML, and needs no care for quotes.
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

/** Temporal's dynamic configuration for one local server, with overrides. */
export function renderDynamicConfig(overrides: TemporalSettings = {}): string {
  const settings: TemporalSettings = {
    // Otherwise timers under a second fire up to a second late. One process has no clock skew to allow for.
    'history.timerProcessorMaxTimeShift': '20ms',
    'history.maxTotalUpdates': 100_000,
    'history.maxInFlightUpdates': 100,
    'frontend.namespaceRPS.visibility': 200,
    // Four partitions would only make one small server ask itself.
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
    ...overrides,
  };
  const entries = Object.entries(settings).map(([key, value]) => [
    key,
    typeof value === 'object' ? value : [{ value }],
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function sqlStore(postgresUrl: string, databaseName: string, maxConns: number): Record<string, unknown> {
  const { hostname, port, username, password } = new URL(postgresUrl);
  return {
    pluginName: 'postgres12',
    databaseName,
    connectAddr: `${hostname}:${port || '5432'}`,
    connectProtocol: 'tcp',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    maxConns,
    maxIdleConns: maxConns,
    maxConnLifetime: '1h',
  };
}
