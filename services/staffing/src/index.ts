export { DEMO_DEPARTMENTS, DEMO_PASSWORD, DEMO_PEOPLE, demoPersonId } from './seed/demo.company.ts';
export { departmentChanged, type DepartmentChanged } from './events/department-changed.event.ts';
export { DIRECTORY_TOPIC, personChanged, type PersonChanged } from './events/person-changed.event.ts';
export { STAFFING_TOPICS } from './background/staffing.topics.ts';
export { staffingDatabase, staffingService } from './staffing.service.ts';
