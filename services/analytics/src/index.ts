export { ANALYTICS_DATABASE, analyticsService } from './analytics.service.ts';
export { analyticsSettings, type AnalyticsSettings } from './analytics.settings.ts';
export { complaintsGroup } from './projection/complaints.group.ts';
export { GenerationRepository } from './projection/generation.repository.ts';
export { rebuildFigures } from './projection/rebuild.figures.ts';
