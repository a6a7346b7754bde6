import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A task of the remedy was set (PRC-7). */
export const complaintTaskSet = complaintEvent(
  'task-set',
  { task: z.string(), kind: z.string(), departmentId: z.string().nullable() },
  { task: '1', kind: 'on-site', departmentId: 'after-sales' },
);
