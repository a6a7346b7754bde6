import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The restricted record is concluded, or was sent back as an ordinary complaint (INT-15). */
export const complaintMisconductConcluded = complaintEvent(
  'misconduct-concluded',
  { outcome: z.enum(['confirmed', 'not-confirmed', 'ordinary']), complaintId: z.uuid().nullable() },
  { outcome: 'ordinary', complaintId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
);
