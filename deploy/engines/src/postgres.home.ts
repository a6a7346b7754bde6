import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { canReach } from './database.account.ts';
import type { DatabaseAccount } from './database.account.ts';
import { EngineError } from './engine.error.ts';

/** Places outside the data folder, for root's clones that the database's own user cannot reach; data there survive restarts. */
const SHARED_PLACES = ['/var/lib/redress', '/var/tmp/redress'];

/** The folder PostgreSQL's data live in: `postgres` in the data folder, or a reachable place noted in `postgres.home`. */
export function postgresHome(
  dataDir: string,
  account: DatabaseAccount | undefined,
  onProgress: (line: string) => void,
): string {
  mkdirSync(dataDir, { recursive: true });
  const noted = notedHome(dataDir);
  if (noted && existsSync(noted)) return noted;
  if (!account) return create(join(dataDir, 'postgres'));
  if (canReach(account, dataDir)) return create(join(dataDir, 'postgres'), account);
  const name = `${readableName(dataDir)}-${randomBytes(4).toString('hex')}`;
  const home = create(join(reachablePlace(account), name), account);
  writeFileSync(join(dataDir, 'postgres.home'), `${home}\n`);
  onProgress(`PostgreSQL runs as user ${account.uid}, who cannot reach ${dataDir}: its data live in ${home}`);
  return home;
}

/** Removes the data folder and, when the database lives elsewhere, its data there. The engines must be stopped. */
export function removeEngineData(dataDir: string): void {
  const noted = notedHome(dataDir);
  if (noted && SHARED_PLACES.includes(dirname(noted))) rmSync(noted, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** A place outside root's folders that the account can reach. Throws one sentence when there is none. */
export function reachablePlace(account: DatabaseAccount): string {
  for (const place of SHARED_PLACES) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 });
      if (canReach(account, place)) return place;
    } catch {
      // Not writable here: the next place.
    }
  }
  throw new EngineError(
    `User ${account.uid}, as whom PostgreSQL runs, can reach none of ${SHARED_PLACES.join(', ')}: move this folder out of root's home or start as an ordinary user.`,
  );
}

/** Lets a person see whose data these are: the last two folders that are not hidden. */
function readableName(dataDir: string): string {
  const visible = dataDir.split(sep).filter((part) => part !== '' && !part.startsWith('.'));
  return visible.slice(-2).join('-');
}

function notedHome(dataDir: string): string | undefined {
  const file = join(dataDir, 'postgres.home');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function create(home: string, account?: DatabaseAccount): string {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (account) chownSync(home, account.uid, account.gid);
  return home;
}
