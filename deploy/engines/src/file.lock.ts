import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pause } from './pause.ts';
import { identify, isAlive } from './process.identity.ts';
import type { ProcessIdentity } from './process.identity.ts';

/** How a lock is waited for. */
export interface LockOptions {
  /** Called once, when somebody else holds the lock. */
  onWait?: (holderPid: number) => void;
  signal?: AbortSignal;
}

/** Runs `work` while no other process holds `file`; a lock whose holder died is broken. Not re-entrant. */
export async function withFileLock<T>(file: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  await acquire(file, options);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

let attempts = 0;

async function acquire(file: string, options: LockOptions): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}-${(attempts += 1)}`;
  await writeFile(mine, JSON.stringify(identify(process.pid)));
  try {
    for (let told = false; !(await tryLink(mine, file));) {
      const holder = await holderOf(file);
      if (!holder) continue;
      if (!told) options.onWait?.(holder.pid);
      told = true;
      await pause(250, options.signal);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** A hard link appears at once or not at all: nobody sees a lock without its holder. */
async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The living holder; a dead one's lock is taken away first. */
async function holderOf(file: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const holder = JSON.parse(text) as ProcessIdentity;
  if (isAlive(holder)) return holder;
  await breakLock(file, text);
  return undefined;
}

/** Two processes may break the same stale lock: who finds a fresh one in hand puts it back. */
async function breakLock(file: string, stale: string): Promise<void> {
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await tryLink(aside, file);
  await rm(aside, { force: true });
}
