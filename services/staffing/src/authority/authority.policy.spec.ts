import { describe, expect, it } from '@jest/globals';
import { DEMO_DEPARTMENTS, DEMO_PEOPLE, demoPersonId } from '../seed/demo.company.ts';
import { testPack } from '../staffing.fixture.ts';
import { actorFor, capabilitiesOf } from './authority.policy.ts';
import type { RoleAuthority } from './pack-role.repository.ts';

const company: RoleAuthority[] = testPack().roles.map((role) => ({ ...role, departmentId: null }));
const of = (departmentId: string, ...roles: string[]) => ({ departmentId, roles });

describe('authority', () => {
  it('is what the roles of all packs in force give together, each once', () => {
    expect(capabilitiesOf(of('sales', 'handler', 'approver'), company)).toEqual([
      'approve',
      'handle',
      'read-department',
      'register',
    ]);
    expect(capabilitiesOf(of('sales', 'nobody-has-this'), company)).toEqual([]);
  });
});

describe('a pack in force for one department', () => {
  const own = (code: string, compensation: number): RoleAuthority => ({
    departmentId: 'branch',
    code,
    capabilities: ['handle'],
    limits: { compensation, goodwill: 0 },
  });
  const all = [...company, own('handler', 90_000), own('porter', 10)];
  const limitIn = (departmentId: string) =>
    actorFor({ id: '1', ...of(departmentId, 'handler'), limits: { compensation: null, goodwill: null } } as never, all)
      .limits?.compensation;

  it('says what its roles may do there, and changes nobody’s authority elsewhere', () => {
    expect([limitIn('branch'), limitIn('sales')]).toEqual([90_000, 500]);
    expect(capabilitiesOf(of('branch', 'handler'), all)).toEqual(['handle']);
    expect(capabilitiesOf(of('sales', 'handler'), all)).toEqual(['handle', 'register']);
  });

  it('leaves the roles that it does not name as the organisation has them', () => {
    expect(capabilitiesOf(of('branch', 'clerk'), all)).toEqual(['register']);
  });

  it('gives its own roles to whoever holds them, wherever they sit', () => {
    expect(capabilitiesOf(of('sales', 'porter'), all)).toEqual(['handle']);
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
