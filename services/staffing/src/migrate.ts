import { runMigrations } from '@redress/service-kit';
import { staffingDatabase } from './staffing.service.ts';

await runMigrations({ name: 'staffing', database: staffingDatabase });
