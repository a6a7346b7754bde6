import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The customer was told the result, or it counts as told (PRC-8). */
export const complaintTold = complaintEvent(
  'told',
  { channel: z.string(), reached: z.boolean() },
  { channel: 'phone', reached: true },
);
