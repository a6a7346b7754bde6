import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Something was given before the end (PRC-7). */
export const complaintInterimGiven = complaintEvent(
  'interim-given',
  { amount: z.number(), interim: z.number() },
  { amount: 50, interim: 50 },
);
