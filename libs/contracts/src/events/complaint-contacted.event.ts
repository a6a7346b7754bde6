import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A contact with the customer, or an attempt, was logged (PRC-1, PRC-8). */
export const complaintContacted = complaintEvent(
  'contacted',
  { channel: z.string(), outcome: z.string() },
  { channel: 'phone', outcome: 'reached' },
);
