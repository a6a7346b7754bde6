import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The customer has accepted or refused it (PRC-6a). */
export const complaintOfferAnswered = complaintEvent(
  'offer-answered',
  { option: z.int(), accepted: z.boolean(), late: z.boolean() },
  { option: 1, accepted: true, late: false },
);
