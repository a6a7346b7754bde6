import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installationKeys } from './installation.keys.ts';

describe('the keys of an installation', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'redress-keys-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('are made once, for this user only, 32 bytes each and all different', async () => {
    const keys = await installationKeys(dir, false);
    const values = Object.values(keys);
    expect(values.map((value) => Buffer.from(value, 'base64').length)).toEqual([32, 32, 32]);
    expect(new Set(values).size).toBe(3);
    expect(statSync(join(dir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(await installationKeys(dir, true)).toEqual(keys);
  });

  it('are never made anew for a database that others had encrypted', async () => {
    await expect(installationKeys(dir, true)).rejects.toThrow(/keys\.json is missing, and without it .* put it back/);
  });

  it('are refused when the file is damaged', async () => {
    writeFileSync(join(dir, 'keys.json'), '{}');
    await expect(installationKeys(dir, true)).rejects.toThrow(/put the right file back/);
  });
});
