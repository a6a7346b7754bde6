import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The receiving department has refused it (PRC-2). */
export const complaintSentBack = complaintEvent(
  'sent-back',
  { from: z.string(), to: z.string(), bounces: z.int() },
  { from: 'logistics', to: 'sales', bounces: 2 },
);
