import { complaintEvent } from './complaint-event.ts';

/** The case was written up for discussion (PRC-27, IMP-12). */
export const complaintWrittenUp = complaintEvent('written-up', {}, {});
