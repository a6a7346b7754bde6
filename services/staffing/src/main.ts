import { readConfig, startService } from '@redress/service-kit';
import { staffingService } from './staffing.service.ts';
import { staffingSettings } from './staffing.settings.ts';

await startService(staffingService(readConfig(staffingSettings)));
