import type { PackActivated } from '@redress/contracts';
import { Database } from '@redress/db';
import type { Capability } from '@redress/policy';
import { parseConfig, type ServiceConfig } from '@redress/service-kit';
import { createTestDatabase, testEnvironment } from '@redress/testkit';
import { staffingDatabase } from './staffing.service.ts';
import { staffingSettings, type StaffingSettings } from './staffing.settings.ts';

/** A new database with the schema of staffing in it, for one suite. */
export interface TestStaffing {
  readonly config: ServiceConfig<StaffingSettings>;
  drop(): Promise<void>;
}

/** Throws when REDRESS_TEST_POSTGRES_URL is missing: a suite without its engine fails. */
export async function openTestStaffing(
  roles: string,
  more: Readonly<Record<string, string>> = {},
): Promise<TestStaffing> {
  const { url, drop } = await createTestDatabase();
  const migrating = await Database.open({ ...staffingDatabase, url, applicationName: 'spec' });
  await migrating.migrate();
  await migrating.close();
  return { config: parseConfig(testEnvironment(url, roles, more), staffingSettings), drop };
}

/** The roles of the demo company, as a pack gives them capabilities. */
export function testPack(): PackActivated {
  const role = (
    code: string,
    capabilities: Capability[],
    compensation: number | null = 0,
  ): PackActivated['roles'][number] => ({
    code,
    capabilities,
    limits: { compensation, goodwill: 0 },
  });
  return {
    hash: 'test',
    code: 'test',
    version: '1',
    roles: [
      role('clerk', ['register']),
      role('handler', ['register', 'handle'], 500),
      role('approver', ['register', 'read-department', 'approve']),
      role('department-head', ['register', 'read-department', 'handle', 'approve'], 5000),
      role('complaint-manager', ['register', 'read-all', 'handle', 'approve', 'coordinate'], 50_000),
      role('leader', ['register', 'read-all', 'approve', 'lead'], null),
      role('general-manager', ['register', 'read-all', 'approve', 'lead'], null),
      role('planner', ['register', 'plan-staff']),
      role('administrator', ['administer']),
    ],
  };
}
