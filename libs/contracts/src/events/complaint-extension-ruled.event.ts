import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The time that was asked for is granted, or not (PRC-21). */
export const complaintExtensionRuled = complaintEvent(
  'extension-ruled',
  { extension: z.string(), granted: z.boolean() },
  { extension: 'complex', granted: true },
);
