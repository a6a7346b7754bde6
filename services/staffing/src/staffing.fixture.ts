import { randomBytes } from 'node:crypto';
import type { PackActivated } from '@redress/contracts';
import { Database } from '@redress/db';
import type { Capability } from '@redress/policy';
import { parseConfig, type ServiceConfig } from '@redress/service-kit';
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
  const server = process.env['REDRESS_TEST_POSTGRES_URL'];
  if (server === undefined) throw new Error('REDRESS_TEST_POSTGRES_URL is missing');
  const name = `staffing_${randomBytes(6).toString('hex')}`;
  const admin = await Database.open({
    url: server,
    applicationName: 'spec',
    migrations: [],
    schema: 'public',
    poolSize: 1,
  });
  await admin.query(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const migrating = await Database.open({ ...staffingDatabase, url, applicationName: 'spec' });
  await migrating.migrate();
  await migrating.close();
  const drop = async (): Promise<void> => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.close();
  };
  return { config: configOf(url, roles, more), drop };
}

function configOf(url: string, roles: string, more: Readonly<Record<string, string>>): ServiceConfig<StaffingSettings> {
  const key = (): string => randomBytes(32).toString('base64');
  const environment = {
    REDRESS_DATABASE_URL: url,
    REDRESS_TEMPORAL_ADDRESS: '127.0.0.1:1',
    REDRESS_KAFKA_BROKERS: '127.0.0.1:1',
    REDRESS_PROFILE: 'test',
    REDRESS_MASTER_KEY: key(),
    REDRESS_PAYLOAD_KEY: key(),
    REDRESS_HMAC_KEY: key(),
    REDRESS_PORT: '0',
    REDRESS_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
    REDRESS_ROLES: roles,
    LOG_LEVEL: 'silent',
    ...more,
  };
  return parseConfig(environment, staffingSettings);
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
