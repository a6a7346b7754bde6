import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** One owner and one backup are named (PRC-2). */
export const complaintAssigned = complaintEvent('assigned', { rule: z.string() }, { rule: 'least-loaded' });
