import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The offer was not answered by its date (PRC-6a). */
export const complaintOfferLapsed = complaintEvent(
  'offer-lapsed',
  { option: z.int(), carriedOut: z.boolean() },
  { option: 1, carriedOut: false },
);
