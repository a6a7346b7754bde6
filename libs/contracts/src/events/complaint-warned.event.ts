import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A deadline is near (PRC-23). */
export const complaintWarned = complaintEvent(
  'warned',
  { dutyId: z.string(), rung: z.string(), dueAt: z.iso.datetime(), firedFor: z.iso.datetime() },
  { dutyId: 'respond-1', rung: 'owner', dueAt: '2026-11-23T10:00:00.000Z', firedFor: '2026-11-23T09:30:00.000Z' },
);
