import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { headOf } from '@redress/packs';
import { runPolicy } from './policy.cli.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'redress-examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

const examples = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })
  .map((name) => join(ROOT, 'examples', name))
  .filter((path) => path.endsWith('.yaml') && headOf(readFileSync(path, 'utf8')) !== null);

async function checked(path: string): Promise<{ code: number; said: string[] }> {
  const said: string[] = [];
  const code = await runPolicy(['check', '--strict', path], (line) => said.push(line));
  return { code, said };
}

describe('the packs that show how one is written', () => {
  it.each(examples.map((path) => [path.slice(ROOT.length), path]))(
    '%s leaves nothing to be said',
    async (_name, path) => {
      expect(await checked(path)).toEqual({ code: 0, said: [expect.stringContaining('0 errors, 0 warnings')] });
    },
  );

  it('stand in the README as they are right', async () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, text = ''] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readme) ?? [];
    const path = join(folder, 'readme.yaml');
    writeFileSync(path, text);
    expect(await checked(path)).toEqual({ code: 0, said: [expect.stringContaining('hotel 1')] });
  });
});
