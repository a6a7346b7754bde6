export { DEMO_DEPARTMENTS, DEMO_PASSWORD, DEMO_PEOPLE, demoPersonId } from './seed/demo.company.ts';
export { STAFFING_TOPICS } from './background/staffing.topics.ts';
export { staffingDatabase, staffingService } from './staffing.service.ts';
export { staffingSettings } from './staffing.settings.ts';
