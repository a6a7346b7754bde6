import { complaintEvent } from './complaint-event.ts';

/** The same customer complains of the same matter again (INT-3). */
export const complaintComplainedAgain = complaintEvent('complained-again', {}, {});
