import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Those who were told by a rung hear of progress (PRC-25). */
export const complaintProgressReported = complaintEvent('progress-reported', { told: z.int() }, { told: 2 });
