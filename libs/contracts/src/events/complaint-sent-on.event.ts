import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Handed over to another department (PRC-2). */
export const complaintSentOn = complaintEvent(
  'sent-on',
  { from: z.string(), to: z.string(), bounces: z.int() },
  { from: 'sales', to: 'logistics', bounces: 1 },
);
