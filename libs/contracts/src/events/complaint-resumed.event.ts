import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A clock runs again (PRC-21). */
export const complaintResumed = complaintEvent(
  'resumed',
  { kind: z.string(), reason: z.string().nullable() },
  { kind: 'solve', reason: 'offer' },
);
