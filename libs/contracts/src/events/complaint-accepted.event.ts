import { complaintEvent } from './complaint-event.ts';

/** The owner has taken it on (PRC-2). */
export const complaintAccepted = complaintEvent('accepted', {}, {});
