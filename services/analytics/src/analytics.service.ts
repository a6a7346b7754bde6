import type { ServiceConfig, ServiceDefinition } from '@redress/service-kit';
import { AnalyticsApi, AnalyticsModule } from './analytics.module.ts';
import type { AnalyticsSettings } from './analytics.settings.ts';
import { Figures1790000000001 } from './migrations/0001-figures.migration.ts';
import { Satisfaction1790000000002 } from './migrations/0002-satisfaction.migration.ts';
import { Looks1790000000003 } from './migrations/0003-looks.migration.ts';
import { Teams1790000000004 } from './migrations/0004-teams.migration.ts';

/** The schema that analytics alone writes. */
export const ANALYTICS_DATABASE = {
  schema: 'analytics',
  migrations: [Figures1790000000001, Satisfaction1790000000002, Looks1790000000003, Teams1790000000004],
  poolSize: 10,
} as const;

/** The service `analytics`. */
export function analyticsService(config: ServiceConfig<AnalyticsSettings>): ServiceDefinition {
  return {
    name: 'analytics',
    title: 'Redress analytics',
    config,
    database: ANALYTICS_DATABASE,
    module: AnalyticsModule,
    api: AnalyticsApi,
  };
}
