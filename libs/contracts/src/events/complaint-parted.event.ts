import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Parted again from the complaint it was merged into (PRC-13). */
export const complaintParted = complaintEvent(
  'parted',
  { from: z.uuid() },
  { from: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' },
);
