import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The customer was not satisfied: a new round begins (PRC-10). */
export const complaintReopened = complaintEvent('reopened', { round: z.int().min(2) }, { round: 2 });
