import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Nothing is owed to the customer any more; it may still be reopened (PRC-12). */
export const complaintClosed = complaintEvent('closed', { closing: z.string() }, { closing: 'solved' });
