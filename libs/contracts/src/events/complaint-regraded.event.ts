import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Level, class, grade, seriousness or kind has changed (INT-18, PRC-22). */
export const complaintRegraded = complaintEvent(
  'regraded',
  {
    level: z.string(),
    class: z.string(),
    grade: z.int(),
    serious: z.boolean(),
    kind: z.string(),
    fastLane: z.boolean(),
  },
  { level: '1', class: '2', grade: 0, serious: true, kind: 'complaint', fastLane: false },
);
