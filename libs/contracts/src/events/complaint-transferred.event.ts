import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Handed to another authority with its file (PRC-13). */
export const complaintTransferred = complaintEvent(
  'transferred',
  { authority: z.string() },
  { authority: 'insurance-ombudsman' },
);
