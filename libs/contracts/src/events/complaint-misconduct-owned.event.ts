import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Somebody owns the restricted record of fraud or misconduct (INT-15). */
export const complaintMisconductOwned = complaintEvent(
  'misconduct-owned',
  { personId: z.uuid() },
  { personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
);
