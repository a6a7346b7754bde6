import { runMigrations } from '@redress/service-kit';
import { ANALYTICS_DATABASE } from './analytics.service.ts';

await runMigrations({ name: 'analytics', database: ANALYTICS_DATABASE });
