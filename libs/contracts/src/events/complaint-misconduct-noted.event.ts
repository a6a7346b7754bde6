import { complaintEvent } from './complaint-event.ts';

/** Something was written into the restricted record; the words are seen with the grant alone (INT-15). */
export const complaintMisconductNoted = complaintEvent('misconduct-noted', {}, {});
