import { complaintEvent } from './complaint-event.ts';

/** An internal note was written (PRC-30). */
export const complaintNoted = complaintEvent('noted', {}, {});
