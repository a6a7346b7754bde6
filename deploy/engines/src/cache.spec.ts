import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOnce, openCache, requireSpace } from './cache.ts';

describe('the cache of engines', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redress-cache-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const install = (fill: (target: string) => Promise<void>): Promise<string> =>
    installOnce(folder, {
      name: 'thing-1',
      isComplete: (target) => existsSync(join(target, 'whole')),
      fill,
      neededMegabytes: 1,
      onProgress: () => undefined,
    });

  it('leaves nothing when an install fails, and installs on the next try', async () => {
    await expect(install(() => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(readdirSync(folder)).toEqual([]);
    const target = await install((aside) => Promise.resolve(writeFileSync(join(aside, 'whole'), '')));
    expect(readdirSync(folder)).toEqual(['thing-1']);
    expect(existsSync(join(target, 'whole'))).toBe(true);
  });

  it('removes what a killed install left', async () => {
    mkdirSync(join(folder, 'thing-1.tmp-99999999'));
    await install((aside) => Promise.resolve(writeFileSync(join(aside, 'whole'), '')));
    expect(readdirSync(folder)).toEqual(['thing-1']);
  });

  it('installs once when two ask at the same time', async () => {
    let fills = 0;
    const fill = (aside: string): Promise<void> => {
      fills += 1;
      return Promise.resolve(writeFileSync(join(aside, 'whole'), ''));
    };
    await Promise.all([install(fill), install(fill), install(fill)]);
    expect(fills).toBe(1);
  });

  it('follows XDG_CACHE_HOME, and stays beside the data when home cannot be written', () => {
    expect(openCache({ XDG_CACHE_HOME: folder }, '/data/engines').folder).toBe(join(folder, 'redress'));
    const fallback = openCache({ HOME: join(folder, 'no-such-home') }, join(folder, 'engines'));
    expect(fallback).toEqual({ folder: join(folder, 'cache'), homeWritable: false });
  });

  it('says when the disk is too full', async () => {
    await expect(requireSpace(folder, 1e9)).rejects.toThrow(
      /The disk is full: .* MB left and 1000000000 MB are needed/,
    );
  });
});
