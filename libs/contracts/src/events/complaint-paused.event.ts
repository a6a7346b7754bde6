import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A clock stands still (PRC-21). */
export const complaintPaused = complaintEvent(
  'paused',
  { kind: z.string(), reason: z.string(), until: z.iso.datetime() },
  { kind: 'solve', reason: 'offer', until: '2026-11-28T08:00:00.000Z' },
);
