import { complaintEvent } from './complaint-event.ts';

/** The customer was given number and timetable (PRC-1). */
export const complaintAcknowledged = complaintEvent('acknowledged', {}, {});
