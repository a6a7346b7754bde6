import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readDocument, Source } from '@redress/packs';
import { parseConfig } from '@redress/service-kit';
import { z } from 'zod';
import { SERVICES } from './installation.types.ts';
import { planProcesses } from './process.plan.ts';
import { REPOSITORY_ROOT } from './repository.root.ts';

const text = (file: string): string => readFileSync(join(REPOSITORY_ROOT, file), 'utf8');
const all = (of: string, pattern: RegExp) => [...of.matchAll(pattern)].map(([, found = '']) => found);

function yaml<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const read = readDocument(new Source(text(file)), schema);
  if ('value' in read) return read.value;
  throw new Error(JSON.stringify(read.problems));
}

/** What the containers are to run: name, first argument, REDRESS_ROLES. */
const planned = planProcesses(true).map(({ name, program, roles }) => [name, program.split('/')[1], roles]);

/** Every variable that some process reads. */
const known = [
  'libs/service-kit/src/config/environment.config.ts',
  'workflows/worker/src/main.ts',
  ...SERVICES.map((service) => `services/${service}/src/${service}.settings.ts`),
].flatMap((file) => all(text(file), /^ +(REDRESS_\w+|LOG_LEVEL):/gm));

const image = Object.fromEntries(
  all(text('deploy/images/Dockerfile'), /^ENV (.*)$/gm).flatMap((line) =>
    line.split(' ').map((pair) => pair.split('=')),
  ),
) as Record<string, string>;
const keys = all(text('deploy/compose/keys.example.env'), /^(\w+)=/gm);

describe('the image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entrypoint-'));
  const node = join(folder, 'node');
  writeFileSync(node, '#!/bin/sh\necho "$@"\n');
  chmodSync(node, 0o755);
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync('/bin/sh', [join(REPOSITORY_ROOT, 'deploy/images/entrypoint.sh'), ...args], {
      env: { PATH: folder },
      encoding: 'utf8',
    });

  it.each(planProcesses(false))('runs $name by its name', ({ name, program }) => {
    expect(run(name).stdout).toBe(`${program}\n`);
  });

  it.each(['migrate', 'administrator', 'repair', 'rebuild'])('runs %s, with what it is told', (name) => {
    const [program = '', ...told] = run(name, '--username', 'ada').stdout.trim().split(' ');
    expect(existsSync(join(REPOSITORY_ROOT, program.replace('dist', 'src').replace(/js$/, 'ts')))).toBe(true);
    expect(told).toEqual(['--username', 'ada']);
  });

  it.each(['', 'postgres', '../x'])('runs nothing else: "%s"', (name) => {
    expect(run(name)).toMatchObject({ status: 64, stdout: '' });
  });

  it('sets only variables that a process reads', () => {
    expect(Object.keys(image).filter((name) => name !== 'NODE_ENV' && !known.includes(name))).toEqual([]);
  });
});

describe('the composition', () => {
  const merged = z.preprocess(
    (map) => ({ ...(map as { '<<'?: object })['<<'], ...(map as object) }),
    z.object({
      profiles: z.array(z.string()).default([]),
      command: z.array(z.string()).default([]),
      environment: z.preprocess(
        (map) => {
          const { '<<': under, ...own } = { ...(map as Record<string, unknown>) };
          return { ...(under as object), ...own };
        },
        z.record(z.string(), z.string()),
      ),
    }),
  );
  const { services } = yaml('docker-compose.yml', z.object({ services: z.record(z.string(), merged) }));
  const ours = Object.entries(services).filter(([, { profiles }]) => profiles.includes('services'));
  const processes = ours.filter(([name]) => name !== 'migrate');

  it('has each role of each service, and the worker', () => {
    const found = processes.map(([name, { command, environment }]) => [name, command[0], environment['REDRESS_ROLES']]);
    expect(found.sort()).toEqual([...planned].sort());
  });

  it.each(ours)('gives %s what it needs, and nothing that nobody reads', (_name, { environment }) => {
    const made = Object.fromEntries(keys.map((name) => [name, Buffer.alloc(32).toString('base64')]));
    expect(parseConfig({ ...image, ...made, ...environment })).toMatchObject({ profile: 'production', port: 8080 });
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('comes without keys', () => {
    expect(all(text('deploy/compose/keys.example.env'), /^\w+=(.*)$/gm)).toEqual(['', '', '']);
  });

  it('says the same variables as the chart', () => {
    const chart = new Set(all(text('deploy/helm/redress/templates/_helpers.tpl'), /\b(REDRESS_[A-Z_]+)\b/g));
    const said = processes.flatMap(([, { environment }]) => Object.keys(environment));
    expect([...chart].sort()).toEqual([...new Set([...said, ...keys])].sort());
  });
});

describe('the chart', () => {
  const roles = z.object({ roles: z.record(z.string(), z.unknown()) });
  const values = yaml('deploy/helm/redress/values.yaml', z.object({ services: z.record(z.string(), roles) }));

  it('has each role of each service, and the worker', () => {
    const found = Object.entries(values.services).flatMap(([service, of]) =>
      Object.keys(of.roles).map((role) => [role === 'api' ? service : `${service}-${role}`, service, role]),
    );
    expect([...found, ['worker', 'worker', undefined]].sort()).toEqual([...planned].sort());
  });

  it('tells of variables that a process reads', () => {
    const files = ['values.yaml', 'ci/everything-values.yaml'].map((file) => text(`deploy/helm/redress/${file}`));
    expect(all(files.join('\n'), /\b(REDRESS_[A-Z_]+)\b/g).filter((name) => !known.includes(name))).toEqual([]);
  });
});
