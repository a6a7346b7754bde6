import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Who is complained of is known, or the attempt has failed (PRC-4). */
export const complaintPersonIdentified = complaintEvent(
  'person-identified',
  { identified: z.boolean() },
  { identified: true },
);
