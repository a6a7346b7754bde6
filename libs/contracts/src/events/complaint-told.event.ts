import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The customer was told the result (PRC-8). */
export const complaintTold = complaintEvent('told', { channel: z.string() }, { channel: 'phone' });
