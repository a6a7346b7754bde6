import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A clock was paused, resumed or reckoned anew (PRC-21, PRC-22). */
export const complaintDutyChanged = complaintEvent(
  'duty-changed',
  { dutyId: z.string(), kind: z.string(), dueAt: z.iso.datetime() },
  { dutyId: 'solve-1', kind: 'solve', dueAt: '2026-11-25T10:00:00.000Z' },
);
