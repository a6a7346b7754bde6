import { complaintEvent } from './complaint-event.ts';

/** Settled by a general reply (PRC, Stages). */
export const complaintSettled = complaintEvent('settled', {}, {});
