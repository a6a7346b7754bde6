import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A rung of the ladder has fired (PRC-25). */
export const complaintEscalated = complaintEvent(
  'escalated',
  { dutyId: z.string(), rung: z.string(), dueAt: z.iso.datetime(), firedFor: z.iso.datetime() },
  { dutyId: 'respond-1', rung: 'backup', dueAt: '2026-11-23T10:00:00.000Z', firedFor: '2026-11-23T10:00:00.000Z' },
);
