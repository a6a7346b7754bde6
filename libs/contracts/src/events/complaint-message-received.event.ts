import { complaintEvent } from './complaint-event.ts';

/** The customer wrote to us about it (INT-3). */
export const complaintMessageReceived = complaintEvent('message-received', {}, {});
