import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** An appointment was agreed or changed (PRC-7). */
export const complaintAppointed = complaintEvent(
  'appointed',
  { task: z.string(), at: z.iso.datetime(), changed: z.boolean() },
  { task: '1', at: '2026-11-25T09:00:00.000Z', changed: false },
);
