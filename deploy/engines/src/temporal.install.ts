import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce, openCache, toolEnvironment } from './cache.ts';
import { runCommand } from './command.ts';
import type { EngineOptions } from './engine.types.ts';
import { progressCounter } from './progress.counter.ts';
import { requireGo } from './tool.ts';

export const TEMPORAL_VERSION = '1.32.0';
const MODULE = 'go.temporal.io/server/cmd';

/** The programs of Temporal that are needed here. */
export interface TemporalPrograms {
  server: string;
  /** Makes and updates the schema, whose files it carries inside. */
  sql: string;
}

/** Temporal's programs, built by Go when the cache lacks them. */
export async function installTemporal(options: EngineOptions): Promise<TemporalPrograms> {
  const environment = options.environment ?? process.env;
  const cache = openCache(environment, options.dataDir);
  const { onProgress, signal } = options;
  const folder = await installOnce(cache.folder, {
    name: `temporal-${TEMPORAL_VERSION}`,
    isComplete: (target) => ['server', 'sql'].every((name) => existsSync(join(target, 'bin', name))),
    fill: async (target) => {
      requireGo(environment);
      onProgress(`Temporal ${TEMPORAL_VERSION}: building it by Go, about 6 minutes on two cores, once`);
      await build(join(target, 'bin'), toolEnvironment(cache, environment), options);
      onProgress(`Temporal ${TEMPORAL_VERSION}: installed in ${cache.folder}`);
    },
    neededMegabytes: 3_000,
    onProgress,
    signal,
  });
  return { server: join(folder, 'bin', 'server'), sql: join(folder, 'bin', 'sql') };
}

async function build(binFolder: string, env: NodeJS.ProcessEnv, options: EngineOptions): Promise<void> {
  const programs = [`${MODULE}/server@v${TEMPORAL_VERSION}`, `${MODULE}/tools/sql@v${TEMPORAL_VERSION}`];
  const say = (count: number): string => `Temporal: ${count} modules and packages done`;
  await runCommand('go', ['install', '-v', ...programs], {
    purpose: 'Building Temporal',
    cwd: '/',
    env: { ...env, GOBIN: binFolder },
    signal: options.signal,
    onLine: progressCounter(/./, say, options.onProgress),
  });
}
