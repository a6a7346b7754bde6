export { IMPROVEMENT_DATABASE, improvementService } from './improvement.service.ts';
export { improvementSettings } from './improvement.settings.ts';
