import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The decision of the complaint that leads holds here too (INT-4). */
export const complaintMassDecided = complaintEvent(
  'mass-decided',
  { lead: z.uuid() },
  { lead: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' },
);
