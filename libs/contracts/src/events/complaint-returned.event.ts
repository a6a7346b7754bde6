import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Investigation, record or judgement went back to its author (PRC-6). */
export const complaintReturned = complaintEvent(
  'returned',
  { to: z.string(), returns: z.int().min(1) },
  { to: 'investigating', returns: 1 },
);
