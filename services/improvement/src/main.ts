import { readConfig, startService } from '@redress/service-kit';
import { improvementService } from './improvement.service.ts';
import { improvementSettings } from './improvement.settings.ts';

await startService(improvementService(readConfig(improvementSettings)));
