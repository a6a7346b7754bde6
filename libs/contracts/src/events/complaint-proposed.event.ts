import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A proposal was made (PRC-5); the dearest option, in the pack's currency. */
export const complaintProposed = complaintEvent(
  'proposed',
  { compensation: z.number(), goodwill: z.number(), options: z.int(), approvalDue: z.boolean() },
  { compensation: 120, goodwill: 0, options: 1, approvalDue: false },
);
