import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Somebody responsible was assessed (IMP-13). */
export const complaintAssessed = complaintEvent(
  'assessed',
  { degree: z.string(), deduction: z.number().optional() },
  { degree: 'minor' },
);
