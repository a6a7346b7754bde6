import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Ownership has moved (PRC-2, PRC-25). */
export const complaintHandedOver = complaintEvent(
  'handed-over',
  { from: z.uuid().nullable(), reason: z.string() },
  { from: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11', reason: 'not-accepted' },
);
