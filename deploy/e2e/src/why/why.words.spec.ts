import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isWorded } from '@redress/policy';

const ROOT = join(import.meta.dirname, '../../../..');
const ROOMS = [
  'libs/policy/src',
  'workflows/complaint/src',
  'services/intake/src/steps',
  'services/staffing/src/assignment',
];

/** Every rule that the product gives as a reason: `rule: 'code'`, and the third part of an entry. */
function rulesInSource(): string[] {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('.spec.') && !name.includes('why/'))
      .map((name) => readFileSync(join(ROOT, room, name), 'utf8')),
  );
  const found = files.flatMap((text) => [
    ...[...text.matchAll(/\brule: '([a-z.-]+)'/g)].map(([, rule]) => rule ?? ''),
    ...[...text.matchAll(/\bentry\('[a-z-]+', \{[^}]*\}, '([a-z-]+)'\)/g)].map(([, rule]) => rule ?? ''),
  ]);
  return [...new Set(found)];
}

describe('the reasons that the product gives (PRC-30)', () => {
  it('has words for every rule that gives a reason', () => {
    const rules = rulesInSource();
    expect(rules.length).toBeGreaterThan(25);
    expect(rules.filter((rule) => !isWorded(rule))).toEqual([]);
  });
});
