import { complaintEvent } from './complaint-event.ts';

/** Every task of the remedy is evidenced (PRC-5, PRC-7). */
export const complaintResolved = complaintEvent('resolved', {}, {});
