import { readConfig, startService } from '@redress/service-kit';
import { staffingService } from './staffing.service.ts';

await startService(staffingService(readConfig()));
