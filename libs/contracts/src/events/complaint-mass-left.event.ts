import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** It did not belong and was taken out of the mass complaint (INT-4). */
export const complaintMassLeft = complaintEvent(
  'mass-left',
  { lead: z.uuid() },
  { lead: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' },
);
