import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Final: the reopening window has lapsed (PRC-12). */
export const complaintEnded = complaintEvent('ended', { closing: z.string() }, { closing: 'solved' });
