import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

/** Each probe breaks one rule on purpose: a rule that keeps silent is noticed. */
const PROBES: readonly [string, string, string, string][] = [
  [
    'rules import nothing',
    'libs/policy',
    `import { z } from 'zod';\nexport const probe = z;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'rules know no server',
    'libs/policy',
    `import { readFileSync } from 'node:fs';\nexport const probe = readFileSync;\n`,
    'no-restricted-imports',
  ],
  ['rules have no clock', 'libs/policy', `export const probe = () => new Date();\n`, 'no-restricted-syntax'],
  ['rules have no luck', 'libs/policy', `export const probe = () => Math.random();\n`, 'no-restricted-syntax'],
  [
    'contracts know no service',
    'libs/contracts',
    `export * from '@redress/service-kit';\n`,
    '@nx/enforce-module-boundaries',
  ],
  ['packs know no database', 'libs/packs', `export * from '@redress/db';\n`, '@nx/enforce-module-boundaries'],
  ['stories know no service', 'libs/scenario', `export * from '@redress/intake';\n`, '@nx/enforce-module-boundaries'],
  [
    'stories read YAML as packs do',
    'libs/scenario',
    `import { parse } from 'yaml';\nexport const probe = parse;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the database knows no contracts',
    'libs/db',
    `export * from '@redress/contracts';\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'only the bus knows kafkajs',
    'services/analytics',
    `import { Kafka } from 'kafkajs';\nexport const probe = Kafka;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'only packs know yaml',
    'services/intake',
    `import { parse } from 'yaml';\nexport const probe = parse;\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a service never imports another',
    'services/analytics',
    `export * from '@redress/intake';\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a service never imports a workflow',
    'services/staffing',
    `export * from '@redress/complaint-workflow';\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a workflow knows no database',
    'workflows/complaint',
    `export * from '@redress/db';\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'a workflow knows no schema library',
    'workflows/complaint',
    `import { z } from 'zod';\nexport const probe = z;\n`,
    '@nx/enforce-module-boundaries',
  ],
  ['a library knows no deployable', 'libs/bus', `export * from '@redress/launch';\n`, '@nx/enforce-module-boundaries'],
  [
    'the engines know nothing of us',
    'deploy/engines',
    `export * from '@redress/policy';\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'the bench knows no service from within',
    'deploy/bench',
    `export * from '@redress/intake';\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'nobody reaches into another package by path',
    'services/analytics',
    `export * from '../../../libs/policy/src/index.ts';\n`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'only specs and fixtures of a service know the testkit',
    'services/staffing',
    `export * from '@redress/testkit';\n`,
    'no-restricted-imports',
  ],
  ['a library knows no testkit', 'libs/bus', `export * from '@redress/testkit';\n`, '@nx/enforce-module-boundaries'],
  [
    'the testkit knows no service',
    'libs/testkit',
    `export * from '@redress/intake';\n`,
    '@nx/enforce-module-boundaries',
  ],
  ['nothing is any', 'libs/bus', `export const probe = (value: any) => value;\n`, '@typescript-eslint/no-explicit-any'],
];

const fileOf = (folder: string, index: number) => join(ROOT, folder, 'src', `probe-${index}`, 'probe.ts');

afterAll(() => {
  for (const [index, [, folder]] of PROBES.entries())
    rmSync(join(fileOf(folder, index), '..'), { recursive: true, force: true });
});

describe('the layers', () => {
  const broken = lintProbes();

  it.each(PROBES.map(([name, folder, , rule], index) => ({ name, rule, file: fileOf(folder, index) })))(
    '$name',
    ({ rule, file }) => {
      expect(broken.get(file)).toContain(rule);
    },
  );
});

/** Writes all probes and lints them in one run; answers the rules that each has broken. */
function lintProbes(): Map<string, string[]> {
  const files = PROBES.map(([, folder, source], index) => {
    const file = fileOf(folder, index);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, source);
    return file;
  });
  spawnSync('npx', ['nx', 'show', 'projects'], { cwd: ROOT });
  const run = spawnSync('npx', ['eslint', '--format', 'json', ...files], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const results = JSON.parse(run.stdout) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return new Map(results.map(({ filePath, messages }) => [filePath, messages.flatMap(({ ruleId }) => ruleId ?? [])]));
}
