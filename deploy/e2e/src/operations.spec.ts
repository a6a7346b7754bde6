import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');
const OPERATIONS = join(ROOT, 'deploy/operations');

const all = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? '')),
];

/** The sources of the services and of what they are made with. */
function sources(): string {
  return ['services', 'libs']
    .flatMap((room) => readdirSync(join(ROOT, room)).map((name) => join(ROOT, room, name, 'src')))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

describe('the alerts', () => {
  const alerts = readFileSync(join(OPERATIONS, 'alerts.yaml'), 'utf8');
  const runbook = readFileSync(join(OPERATIONS, 'RUNBOOK.md'), 'utf8');
  const names = all(alerts, /- alert: (\w+)/g);

  it('each have a section in the runbook, and there is no section without one', () => {
    expect(names.length).toBeGreaterThan(10);
    expect(all(runbook, /^## (\w+)$/gm).sort()).toEqual([...names].sort());
  });

  it('ask for figures that are shown', () => {
    const shown = sources();
    const asked = all(alerts, /(redress_\w+)/g).map((name) => name.replace(/_(count|bucket|sum)$/, ''));
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !shown.includes(`'${name}'`))).toEqual([]);
  });
});
