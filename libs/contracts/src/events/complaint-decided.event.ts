import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The proposal stands: approved, or within the author's limit (PRC-6). */
export const complaintDecided = complaintEvent(
  'decided',
  { compensation: z.number(), goodwill: z.number(), by: z.uuid(), approved: z.boolean() },
  { compensation: 120, goodwill: 0, by: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11', approved: false },
);
