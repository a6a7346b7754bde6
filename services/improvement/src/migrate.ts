import { runMigrations } from '@redress/service-kit';
import { IMPROVEMENT_DATABASE } from './improvement.service.ts';

await runMigrations({ name: 'improvement', database: IMPROVEMENT_DATABASE });
