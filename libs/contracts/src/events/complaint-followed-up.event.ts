import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** Somebody has checked that the problem stays solved (PRC-9a). */
export const complaintFollowedUp = complaintEvent('followed-up', { solved: z.boolean() }, { solved: true });
