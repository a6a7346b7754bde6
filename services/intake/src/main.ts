import { readConfig, startService } from '@redress/service-kit';
import { intakeService } from './intake.service.ts';
import { intakeSettings } from './intake.settings.ts';

await startService(intakeService(readConfig(intakeSettings)));
