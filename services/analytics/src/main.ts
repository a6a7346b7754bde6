import { readConfig, startService } from '@redress/service-kit';
import { analyticsService } from './analytics.service.ts';
import { analyticsSettings } from './analytics.settings.ts';

await startService(analyticsService(readConfig(analyticsSettings)));
