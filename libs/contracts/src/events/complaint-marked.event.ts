import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Something has come to light, or turned out not to be so (INT-21, PRC-26). */
export const complaintMarked = complaintEvent(
  'marked',
  { mark: z.string(), holds: z.boolean() },
  { mark: 'media', holds: true },
);
