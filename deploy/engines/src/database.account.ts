import { spawnSync } from 'node:child_process';
import { EngineError } from './engine.error.ts';

/** The user PostgreSQL runs as when this program runs as root, which PostgreSQL refuses. */
export interface DatabaseAccount {
  uid: number;
  gid: number;
}

/** The unprivileged account `nobody` when running as root; undefined for ordinary users. */
export function databaseAccount(): DatabaseAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const uid = Number(idOf('-u'));
  const gid = Number(idOf('-g'));
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new EngineError('PostgreSQL does not run as root and there is no user "nobody": start as an ordinary user.');
}

/** True when the account can pass every folder on the way and enter this one, or run this file. */
export function canReach(account: DatabaseAccount, path: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...account, cwd: '/', stdio: 'ignore' });
  return tried.status === 0;
}

function idOf(flag: string): string {
  return spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout ?? '';
}
