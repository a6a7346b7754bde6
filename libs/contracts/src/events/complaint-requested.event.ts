import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Another department was asked (PRC-3). */
export const complaintRequested = complaintEvent(
  'requested',
  { request: z.string(), departmentId: z.string() },
  { request: '1', departmentId: 'logistics' },
);
