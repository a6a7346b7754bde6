import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The offer was taken back (PRC-13). */
export const complaintOfferTakenBack = complaintEvent('offer-taken-back', { option: z.int() }, { option: 1 });
