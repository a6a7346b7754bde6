export { COMMAND_CONTRACTS, type CommandBody } from './commands/command-contracts.ts';
export type { CommandContract } from './commands/command.ts';
export {
  COMPLAINT_TOPIC,
  complaintEventType,
  complaintStanding,
  type ComplaintStanding,
  type EventContract,
} from './events/complaint-event.ts';
export { EVENT_CONTRACTS } from './events/event-contracts.ts';
export { PACK_TOPIC, packActivated, type PackActivated } from './events/pack-activated.event.ts';
export {
  CHANNELS,
  registerComplaint,
  registerComplaintExample,
  waysOf,
  type Complainant,
  type RegisterComplaint,
} from './api/register-complaint.ts';
export { amount, code, instant, wholeNumber, words } from './fields.ts';
export { REFUSAL_SENTENCE, REFUSAL_STATUS } from './refusal-status.ts';
export { departmentChanged, type DepartmentChanged } from './events/department-changed.event.ts';
export { DIRECTORY_TOPIC, personChanged, type PersonChanged } from './events/person-changed.event.ts';
export {
  DEPARTMENT_TOPIC,
  departmentUnderstaffed,
  type DepartmentUnderstaffed,
} from './events/department-understaffed.event.ts';
export {
  PERSON_TOPIC,
  personHandOverOrdered,
  type PersonHandOverOrdered,
} from './events/person-hand-over-ordered.event.ts';
export {
  ACTION_HAPPENINGS,
  ACTION_HEARERS,
  ACTION_KINDS,
  ACTION_SOURCES,
  ACTION_STAGES,
  ACTION_TOPIC,
  actionFact,
  type ActionFact,
  type ActionHappening,
  type ActionStanding,
} from './events/action-event.ts';
export { complaintActionPlanned, type ComplaintActionPlan } from './events/complaint-action-planned.event.ts';
export { columnMapping, columnsRead, type ColumnMapping, type ColumnMappingInput } from './imports/column-mapping.ts';
export { readRow, type Row, type RowEnding, type RowFault, type RowReading } from './imports/row-complaint.ts';
export { mappingFor, SHIPPED_MAPPINGS } from './imports/shipped-mappings.ts';
