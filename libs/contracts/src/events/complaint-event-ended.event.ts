import { complaintEvent } from './complaint-event.ts';

/** The handling of the event has ended: its report is due (PRC-28). */
export const complaintEventEnded = complaintEvent('event-ended', {}, {});
