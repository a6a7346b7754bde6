import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '@redress/engines';
import type { ServiceName } from './installation.types.ts';
import { REPOSITORY_ROOT } from './repository.root.ts';

/** Brings the schemas of the services up to date, side by side: each service owns its schema and locks it. */
export async function migrate(
  services: readonly ServiceName[],
  env: Record<string, string>,
  signal?: AbortSignal,
): Promise<void> {
  await Promise.all(services.map((service) => migrateService(service, env, signal)));
}

async function migrateService(service: ServiceName, env: Record<string, string>, signal?: AbortSignal): Promise<void> {
  const program = join(REPOSITORY_ROOT, 'services', service, 'dist', 'migrate.js');
  if (!existsSync(program)) return;
  await runCommand(process.execPath, [program], {
    purpose: `Bringing the tables of ${service} up to date`,
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, ...env },
    signal,
  });
}
