import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Departments disagree: a ruling is due (null), or has been given (PRC-2). */
export const complaintRuled = complaintEvent(
  'ruled',
  { departmentId: z.string().nullable() },
  { departmentId: 'logistics' },
);
