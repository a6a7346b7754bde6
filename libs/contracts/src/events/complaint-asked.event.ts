import { complaintEvent } from './complaint-event.ts';

/** The customer was asked what only the customer can answer (PRC-21). */
export const complaintAsked = complaintEvent('asked', {}, {});
