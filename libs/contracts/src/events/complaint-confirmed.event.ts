import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A provisional level was confirmed by a person (INT-19). */
export const complaintConfirmed = complaintEvent(
  'confirmed',
  { level: z.string(), class: z.string() },
  { level: '3', class: '1' },
);
