import { complaintEvent } from './complaint-event.ts';

/** The customer has withdrawn it (PRC-13). */
export const complaintWithdrawn = complaintEvent('withdrawn', {}, {});
