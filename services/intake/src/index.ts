export { INTAKE_DATABASE, intakeService } from './intake.service.ts';
export { intakeSettings } from './intake.settings.ts';
