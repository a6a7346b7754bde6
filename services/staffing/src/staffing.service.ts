import type { ServiceConfig, ServiceDefinition } from '@redress/service-kit';
import { Staffing1790000000001 } from './migrations/0001-staffing.migration.ts';
import { Contacts1790000000002 } from './migrations/0002-contacts.migration.ts';
import { Absences1790000000003 } from './migrations/0003-absences.migration.ts';
import { SCHEMA } from './schema.ts';
import { SigningKeys } from './sessions/signing.keys.ts';
import { StaffingModule } from './staffing.module.ts';
import type { StaffingSettings } from './staffing.settings.ts';

/** What migrates: the same for the migration and for every process. */
export const staffingDatabase = {
  schema: SCHEMA,
  migrations: [Staffing1790000000001, Contacts1790000000002, Absences1790000000003],
};

/** The service of people, sign-in and assignment. */
export function staffingService(config: ServiceConfig<StaffingSettings>): ServiceDefinition {
  const module = StaffingModule.with(config.roles);
  return {
    name: 'staffing',
    title: 'Redress staffing',
    config,
    database: staffingDatabase,
    module,
    api: StaffingModule.api(module),
    tokenKeys: (app) => app.get(SigningKeys, { strict: false }).verifier(),
  };
}
