import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Not satisfied, or not solved after all: a new round begins (PRC-10). */
export const complaintReopened = complaintEvent(
  'reopened',
  { round: z.int().min(2), reason: z.string() },
  { round: 2, reason: 'survey' },
);
