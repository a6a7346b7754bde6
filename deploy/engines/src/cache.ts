import { accessSync, constants, mkdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { EngineError } from './engine.error.ts';
import { withFileLock } from './file.lock.ts';
import { identify } from './process.identity.ts';

/** Where downloaded and built engines are kept for all clones of this user. */
export interface Cache {
  folder: string;
  /** False when the home folder cannot be written: Go and Maven then need folders of their own in the cache. */
  homeWritable: boolean;
}

/** `$XDG_CACHE_HOME/redress`, else `~/.cache/redress`, else `cache` beside the data. Created when missing. */
export function openCache(environment: NodeJS.ProcessEnv, dataDir: string): Cache {
  const home = environment['HOME'] ?? homedir();
  const xdg = environment['XDG_CACHE_HOME'];
  const preferred = xdg ? join(xdg, 'redress') : join(home, '.cache', 'redress');
  const homeWritable = isWritable(home);
  if ((xdg || homeWritable) && canBeFolder(preferred)) return { folder: preferred, homeWritable };
  const folder = resolve(dataDir, '..', 'cache');
  mkdirSync(folder, { recursive: true });
  return { folder, homeWritable };
}

/** Go's and Maven's own caches, when the home folder cannot hold them. */
export function toolEnvironment(cache: Cache, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (cache.homeWritable) return environment;
  const tools = join(cache.folder, 'tools');
  return {
    ...environment,
    GOPATH: join(tools, 'go'),
    GOCACHE: join(tools, 'go-build'),
    MAVEN_OPTS: `${environment['MAVEN_OPTS'] ?? ''} -Dmaven.repo.local=${join(tools, 'maven')}`.trim(),
  };
}

export interface Installation {
  /** Name of the folder in the cache, with the version. */
  name: string;
  /** True when the folder holds everything. */
  isComplete: (folder: string) => boolean;
  /** Fills the folder, which is empty. */
  fill: (folder: string) => Promise<void>;
  /** Free space needed, in megabytes. */
  neededMegabytes: number;
  onProgress: (line: string) => void;
  signal?: AbortSignal;
}

/** The installed folder: filled aside and renamed, so that it is whole or absent; one process at a time. */
export async function installOnce(cacheFolder: string, installation: Installation): Promise<string> {
  const target = join(cacheFolder, installation.name);
  if (installation.isComplete(target)) return target;
  await withFileLock(
    `${target}.lock`,
    async () => {
      if (!installation.isComplete(target)) await install(cacheFolder, target, installation);
    },
    {
      signal: installation.signal,
      onWait: (pid) => installation.onProgress(`process ${pid} is installing ${installation.name}, waiting for it`),
    },
  );
  return target;
}

async function install(cacheFolder: string, target: string, installation: Installation): Promise<void> {
  await removeLeftovers(cacheFolder, installation.name);
  await requireSpace(cacheFolder, installation.neededMegabytes);
  const aside = `${target}.tmp-${process.pid}`;
  await mkdir(aside, { recursive: true });
  try {
    await installation.fill(aside);
    if (!installation.isComplete(aside)) throw new EngineError(`Installing ${installation.name} left it incomplete.`);
    await rm(target, { recursive: true, force: true });
    await rename(aside, target);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Throws one sentence when the disk that holds `folder` has less room than this. */
export async function requireSpace(folder: string, neededMegabytes: number): Promise<void> {
  const disk = await statfs(folder);
  const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / 1_048_576);
  if (freeMegabytes >= neededMegabytes) return;
  throw new EngineError(
    `The disk is full: ${folder} has ${freeMegabytes} MB left and ${neededMegabytes} MB are needed; free some space and start again.`,
  );
}

/** Folders of installs that were killed half-way. */
async function removeLeftovers(cacheFolder: string, name: string): Promise<void> {
  for (const entry of await readdir(cacheFolder)) {
    const pid = entry.startsWith(`${name}.tmp-`) ? Number(entry.slice(name.length + 5)) : undefined;
    if (pid === undefined || identify(pid)) continue;
    await rm(join(cacheFolder, entry), { recursive: true, force: true });
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function canBeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return isWritable(folder);
  } catch {
    return false;
  }
}
