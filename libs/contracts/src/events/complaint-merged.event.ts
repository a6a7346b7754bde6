import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Merged into another complaint (PRC-13). */
export const complaintMerged = complaintEvent(
  'merged',
  { into: z.uuid() },
  { into: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' },
);
