import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A proposal was made (PRC-5); amounts in the pack's currency. */
export const complaintProposed = complaintEvent(
  'proposed',
  { compensation: z.number(), goodwill: z.number(), approvalDue: z.boolean() },
  { compensation: 120, goodwill: 0, approvalDue: false },
);
