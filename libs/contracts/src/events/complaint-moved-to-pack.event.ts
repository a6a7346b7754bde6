import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Moved to another version of the policy (PRC-32). */
export const complaintMovedToPack = complaintEvent(
  'moved-to-pack',
  { from: z.string(), to: z.string() },
  { from: 'e'.repeat(64), to: 'f'.repeat(64) },
);
