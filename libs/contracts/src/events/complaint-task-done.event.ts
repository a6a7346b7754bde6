import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A task is done and evidenced (PRC-7). */
export const complaintTaskDone = complaintEvent(
  'task-done',
  { task: z.string(), kind: z.string(), doneAt: z.iso.datetime().nullable() },
  { task: '1', kind: 'on-site', doneAt: null },
);
