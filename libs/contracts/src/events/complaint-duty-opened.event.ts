import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A clock has started (PRC-20); `departmentId` where it waits for another department. */
export const complaintDutyOpened = complaintEvent(
  'duty-opened',
  { dutyId: z.string(), kind: z.string(), dueAt: z.iso.datetime(), departmentId: z.string().nullable() },
  { dutyId: 'request-1', kind: 'request', dueAt: '2026-11-23T10:00:00.000Z', departmentId: 'logistics' },
);
