import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Another complaint was merged into this one (PRC-13). */
export const complaintAbsorbed = complaintEvent(
  'absorbed',
  { from: z.uuid() },
  { from: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f' },
);
