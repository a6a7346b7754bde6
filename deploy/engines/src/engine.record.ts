import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EngineName } from './engine.types.ts';
import { isAlive } from './process.identity.ts';
import type { ProcessIdentity } from './process.identity.ts';

/** What is known of an engine's process after the program that started it is gone. */
export interface EngineRecord extends ProcessIdentity {
  port: number;
}

/** The pid file of an engine. */
export function recordFile(dataDir: string, name: EngineName): string {
  return join(dataDir, 'run', `${name}.json`);
}

/** The last record, living or not; undefined when there is none that can be read. */
export function readRecord(dataDir: string, name: EngineName): EngineRecord | undefined {
  try {
    const value = JSON.parse(readFileSync(recordFile(dataDir, name), 'utf8')) as Partial<EngineRecord>;
    const { pid, startedAt, port } = value;
    if (typeof pid !== 'number' || typeof startedAt !== 'string' || typeof port !== 'number') return undefined;
    return { pid, startedAt, port };
  } catch {
    return undefined;
  }
}

/** Replaces the record in one step. */
export async function writeRecord(dataDir: string, name: EngineName, record: EngineRecord): Promise<void> {
  const file = recordFile(dataDir, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(record));
  await rename(`${file}.new`, file);
}

/** Forgets the process. */
export async function removeRecord(dataDir: string, name: EngineName): Promise<void> {
  await rm(recordFile(dataDir, name), { force: true });
}

/** The engines whose process lives, by their pid files in the data folder. */
export function livingEngines(dataDir: string): (EngineRecord & { name: EngineName })[] {
  const names: EngineName[] = ['postgres', 'temporal', 'kafka'];
  return names.flatMap((name) => {
    const record = readRecord(dataDir, name);
    return record && isAlive(record) ? [{ name, ...record }] : [];
  });
}
