import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Whether the facts are new has been decided (PRC-10). */
export const complaintNewFactsRuled = complaintEvent('new-facts-ruled', { accepted: z.boolean() }, { accepted: true });
