import type { ServiceConfig, ServiceDefinition } from '@redress/service-kit';
import { FORM_TYPE } from './imports/form.file.ts';
import { CSV_TYPE, XLSX_TYPE } from './imports/import.body.ts';
import { IntakeApi, IntakeModule } from './intake.module.ts';
import { Register1790000000001 } from './migrations/0001-register.migration.ts';
import { Finding1790000000004 } from './migrations/0004-finding.migration.ts';
import { ActionNotices1790000000005 } from './migrations/0005-action-notices.migration.ts';
import { Mass1790000000020 } from './migrations/0020-mass.migration.ts';
import { Calendars1790000000021 } from './migrations/0021-calendars.migration.ts';
import { Thresholds1790000000030 } from './migrations/0030-thresholds.migration.ts';
import { LateChoices1790000000031 } from './migrations/0031-late-choices.migration.ts';
import { Imports1790000000040 } from './migrations/0040-imports.migration.ts';
import { Looks1790000000006 } from './migrations/0006-looks.migration.ts';
import { PackDocuments1790000000010 } from './migrations/0010-pack-documents.migration.ts';
import { PackRecords1790000000011 } from './migrations/0011-pack-records.migration.ts';

/** The schema that intake alone writes. */
export const INTAKE_DATABASE = {
  schema: 'intake',
  migrations: [
    Register1790000000001,
    Finding1790000000004,
    ActionNotices1790000000005,
    Looks1790000000006,
    PackDocuments1790000000010,
    PackRecords1790000000011,
    Mass1790000000020,
    Calendars1790000000021,
    Thresholds1790000000030,
    LateChoices1790000000031,
    Imports1790000000040,
  ],
  poolSize: 16,
} as const;

/** The service `intake`. */
export function intakeService(config: ServiceConfig): ServiceDefinition {
  return {
    name: 'intake',
    title: 'Redress intake',
    config,
    database: INTAKE_DATABASE,
    module: IntakeModule,
    api: IntakeApi,
    streamedBodies: { [CSV_TYPE]: '/imports', [XLSX_TYPE]: '/imports', [FORM_TYPE]: '/imports' },
  };
}
