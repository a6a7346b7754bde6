import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import type { Engine } from './engine.ts';
import type { EngineOptions } from './engine.types.ts';
import { LOOPBACK } from './port.ts';
import { renderDynamicConfig, renderTemporalConfig, TEMPORAL_PORT_SPAN } from './temporal.config.ts';
import type { TemporalStore } from './temporal.config.ts';
import { installTemporal } from './temporal.install.ts';
import { prepareTemporalSchema } from './temporal.schema.ts';

/** The databases of Temporal: named by the data folder when PostgreSQL is somebody else's, who may have several. */
export function temporalStore(postgresUrl: string, dataDir: string, ownPostgres: boolean): TemporalStore {
  const suffix = ownPostgres ? '' : `_${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`;
  return { postgresUrl, database: `temporal${suffix}`, visibilityDatabase: `temporal_visibility${suffix}` };
}

/** Temporal of this machine: all four services in one process, on PostgreSQL, on loopback. */
export function temporalEngine(port: number, store: TemporalStore, options: EngineOptions): Engine {
  const folder = join(options.dataDir, 'temporal');
  return {
    name: 'temporal',
    title: 'Temporal',
    port,
    listensOn: Array.from({ length: TEMPORAL_PORT_SPAN }, (_, index) => port + index),
    portRemedy: 'choose another one with --temporal-port, or point REDRESS_TEMPORAL_ADDRESS to the Temporal there',
    prepare: async () => {
      const programs = await installTemporal(options);
      await prepareTemporalSchema(programs.sql, store, options);
      const config = await writeConfig(folder, port, store);
      await writeDynamicConfig(options);
      const args = ['--config-file', config, '--allow-no-auth', 'start'];
      return { command: programs.server, args, cwd: folder, env: process.env };
    },
    probe: () => probeTemporal(`${LOOPBACK}:${port}`),
    stopSignals: ['SIGTERM', 'SIGKILL'],
    readyWithinSeconds: 180,
  };
}

/** Rejects while the frontend does not answer out of its database. */
export async function probeTemporal(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 3_000 });
  try {
    await connection.withDeadline(Date.now() + 5_000, () =>
      connection.workflowService.describeNamespace({ namespace: 'temporal-system' }),
    );
  } finally {
    await connection.close();
  }
}

/** Replaces the dynamic configuration; a running server reads it within ten seconds. */
export async function writeDynamicConfig(options: EngineOptions): Promise<void> {
  const file = dynamicFile(options.dataDir);
  await mkdir(join(options.dataDir, 'temporal'), { recursive: true });
  await writeFile(file, renderDynamicConfig(options.temporalSettings));
}

/** Holds the database's password: for this user only. */
async function writeConfig(folder: string, port: number, store: TemporalStore): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'server.yaml');
  await writeFile(file, renderTemporalConfig(port, store, join(folder, 'dynamic.yaml')), { mode: 0o600 });
  return file;
}

function dynamicFile(dataDir: string): string {
  return join(dataDir, 'temporal', 'dynamic.yaml');
}
