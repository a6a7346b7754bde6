import { runMigrations } from '@redress/service-kit';
import { INTAKE_DATABASE } from './intake.service.ts';

await runMigrations({ name: 'intake', database: INTAKE_DATABASE });
