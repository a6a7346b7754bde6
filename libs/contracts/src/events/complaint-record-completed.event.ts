import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The fields that were missing are filled or explained (INT-10). */
export const complaintRecordCompleted = complaintEvent(
  'record-completed',
  { fields: z.string() },
  { fields: 'address' },
);
