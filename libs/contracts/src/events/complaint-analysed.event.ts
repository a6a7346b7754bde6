import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Why it happened is recorded (PRC-11). */
export const complaintAnalysed = complaintEvent('analysed', { cause: z.string() }, { cause: 'process' });
