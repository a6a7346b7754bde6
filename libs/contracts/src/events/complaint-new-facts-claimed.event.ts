import { complaintEvent } from './complaint-event.ts';

/** The rounds are used up and the customer names new facts (PRC-10). */
export const complaintNewFactsClaimed = complaintEvent('new-facts-claimed', {}, {});
