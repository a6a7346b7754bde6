import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A matter was found on (PRC-4). */
export const complaintFound = complaintEvent(
  'found',
  { isTrue: z.string(), upheld: z.boolean(), responsibility: z.string() },
  { isTrue: 'yes', upheld: true, responsibility: 'ours' },
);
