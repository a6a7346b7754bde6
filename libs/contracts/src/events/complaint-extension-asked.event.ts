import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** More time was asked for; somebody above decides (PRC-21). */
export const complaintExtensionAsked = complaintEvent(
  'extension-asked',
  { extension: z.string() },
  { extension: 'complex' },
);
