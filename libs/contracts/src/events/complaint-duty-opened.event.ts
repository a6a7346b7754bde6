import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A clock has started (PRC-20). */
export const complaintDutyOpened = complaintEvent(
  'duty-opened',
  { dutyId: z.string(), kind: z.string(), dueAt: z.iso.datetime() },
  { dutyId: 'respond-1', kind: 'respond', dueAt: '2026-11-23T10:00:00.000Z' },
);
