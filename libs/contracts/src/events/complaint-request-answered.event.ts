import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A department has answered (PRC-3). */
export const complaintRequestAnswered = complaintEvent(
  'request-answered',
  { request: z.string(), departmentId: z.string() },
  { request: '1', departmentId: 'logistics' },
);
