import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isAlive } from './process.identity.ts';
import type { ProcessIdentity } from './process.identity.ts';

let joined = 0;

/** The programs that use a data folder's engines now; those that died without leaving do not count. */
export class DataUsers {
  readonly #folder: string;
  readonly #mine: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'users');
    this.#mine = `${process.pid}-${(joined += 1)}.json`;
  }

  async join(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, this.#mine), JSON.stringify(identify(process.pid)));
  }

  /** True when nobody else is left. */
  async leave(): Promise<boolean> {
    await rm(join(this.#folder, this.#mine), { force: true });
    return (await this.living()).length === 0;
  }

  /** The others, and oneself while joined. */
  async living(): Promise<ProcessIdentity[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const users = await Promise.all(names.map((name) => readUser(join(this.#folder, name))));
    return users.filter((user): user is ProcessIdentity => user !== undefined);
  }
}

async function readUser(file: string): Promise<ProcessIdentity | undefined> {
  try {
    const user = JSON.parse(await readFile(file, 'utf8')) as ProcessIdentity;
    if (isAlive(user)) return user;
  } catch {
    // Half-written by a program that died: nobody uses it.
  }
  await rm(file, { force: true });
  return undefined;
}
