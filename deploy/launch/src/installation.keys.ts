import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '@redress/engines';
import { z } from 'zod';

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);
const keysFile = z.object({ REDRESS_MASTER_KEY: key, REDRESS_PAYLOAD_KEY: key, REDRESS_HMAC_KEY: key });

/** Each 32 bytes in base64. */
export type InstallationKeys = z.infer<typeof keysFile>;

/** The keys of an installation, made at its first start; without them its database cannot be read. */
export async function installationKeys(dir: string, databaseExists: boolean): Promise<InstallationKeys> {
  const file = join(dir, 'keys.json');
  if (existsSync(file)) return readKeys(file);
  if (databaseExists) {
    throw new EngineError(
      `${file} is missing, and without it the existing database cannot be read: put it back, or start anew with "npm run redress -- reset".`,
    );
  }
  await mkdir(dir, { recursive: true });
  const made = () => randomBytes(32).toString('base64');
  const keys = { REDRESS_MASTER_KEY: made(), REDRESS_PAYLOAD_KEY: made(), REDRESS_HMAC_KEY: made() };
  await writeFile(`${file}.new`, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return keys;
}

async function readKeys(file: string): Promise<InstallationKeys> {
  try {
    return keysFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new EngineError(`${file} does not hold three keys of 32 bytes in base64: put the right file back.`);
  }
}
