import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The owner has declined it (PRC-2). */
export const complaintDeclined = complaintEvent('declined', { cause: z.string() }, { cause: 'concerned' });
