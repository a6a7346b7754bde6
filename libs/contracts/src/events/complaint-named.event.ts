import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Somebody was named for a place in the case (PRC-2, PRC-27). */
export const complaintNamed = complaintEvent(
  'named',
  { place: z.string(), personId: z.uuid().nullable() },
  { place: 'tracker', personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11' },
);
