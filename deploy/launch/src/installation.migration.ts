import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from '@redress/engines';
import type { ServiceName } from './installation.types.ts';
import { REPOSITORY_ROOT } from './repository.root.ts';

const RUN_EACH = 'for (const program of process.argv.slice(1)) await import(program);';

/** Brings the schemas of the services up to date, in one process: most of what it takes is loading what they share. */
export async function migrate(
  services: readonly ServiceName[],
  env: Record<string, string>,
  signal?: AbortSignal,
): Promise<void> {
  const programs = services.map((service) => join(REPOSITORY_ROOT, 'services', service, 'dist', 'migrate.js'));
  const urls = programs.filter((program) => existsSync(program)).map((program) => pathToFileURL(program).href);
  await runCommand(process.execPath, ['--input-type=module', '--eval', RUN_EACH, ...urls], {
    purpose: 'Bringing the tables up to date',
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, ...env },
    signal,
  });
}
