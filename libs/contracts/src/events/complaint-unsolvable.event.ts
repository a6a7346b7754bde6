import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The department cannot solve it (PRC-26). */
export const complaintUnsolvable = complaintEvent('unsolvable', { up: z.boolean() }, { up: true });
