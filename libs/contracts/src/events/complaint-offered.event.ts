import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A solution was put to the customer (PRC-6a). */
export const complaintOffered = complaintEvent(
  'offered',
  { channel: z.string(), option: z.int(), compensation: z.number(), goodwill: z.number() },
  { channel: 'phone', option: 1, compensation: 120, goodwill: 0 },
);
