import { describe, expect, it } from '@jest/globals';
import { DEMO_DEPARTMENTS, DEMO_PEOPLE, demoPersonId } from '../seed/demo.company.ts';
import { testPack } from '../staffing.fixture.ts';
import { capabilitiesOf } from './authority.policy.ts';

describe('authority', () => {
  it('is what the roles of all packs in force give together, each once', () => {
    expect(capabilitiesOf(['handler', 'approver'], testPack().roles)).toEqual([
      'approve',
      'handle',
      'read-department',
      'register',
    ]);
    expect(capabilitiesOf(['nobody-has-this'], testPack().roles)).toEqual([]);
  });
});

describe('the demo company', () => {
  it('pairs every handler with another of the same department', () => {
    for (const handler of DEMO_PEOPLE.filter(({ roles }) => roles.includes('handler'))) {
      const backup = DEMO_PEOPLE.find(({ username }) => username === handler.backup);
      expect([backup?.department, backup?.backup]).toEqual([handler.department, handler.username]);
    }
  });

  it('has a head in every department, and all roles', () => {
    const heads = DEMO_DEPARTMENTS.map(({ head }) => DEMO_PEOPLE.find(({ username }) => username === head));
    expect(heads.every((head) => head !== undefined)).toBe(true);
    expect(new Set(DEMO_PEOPLE.flatMap(({ roles }) => roles)).size).toBe(13);
    expect(new Set(DEMO_PEOPLE.map(({ username }) => demoPersonId(username))).size).toBe(DEMO_PEOPLE.length);
  });
});
