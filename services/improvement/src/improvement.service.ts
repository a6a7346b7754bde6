import type { ServiceConfig, ServiceDefinition } from '@redress/service-kit';
import { ImprovementApi, ImprovementModule } from './improvement.module.ts';
import type { ImprovementSettings } from './improvement.settings.ts';
import { Improvement1790000000001 } from './migrations/0001-improvement.migration.ts';
import { Looks1790000000002 } from './migrations/0002-looks.migration.ts';
import { SCHEMA } from './schema.ts';

/** The schema that improvement alone writes. */
export const IMPROVEMENT_DATABASE = {
  schema: SCHEMA,
  migrations: [Improvement1790000000001, Looks1790000000002],
  poolSize: 10,
} as const;

/** The service `improvement`. */
export function improvementService(config: ServiceConfig<ImprovementSettings>): ServiceDefinition {
  return {
    name: 'improvement',
    title: 'Redress improvement',
    config,
    database: IMPROVEMENT_DATABASE,
    module: ImprovementModule,
    api: ImprovementApi,
  };
}
