import { complaintEvent } from './complaint-event.ts';

/** An aggressive person was described for the police; the words are seen with the grant alone (INT-22). */
export const complaintPersonDescribed = complaintEvent('person-described', {}, {});
