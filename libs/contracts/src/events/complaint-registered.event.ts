import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A complaint has a number and is in the register (INT-2). */
export const complaintRegistered = complaintEvent(
  'registered',
  {
    channel: z.string(),
    categories: z.string(),
    provisional: z.boolean(),
    matters: z.int().min(1),
    packHash: z.string(),
  },
  { channel: 'phone', categories: 'delivery', provisional: false, matters: 1, packHash: 'f'.repeat(64) },
);
