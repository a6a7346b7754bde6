import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A person has confirmed a mass complaint that this one leads, or added to it (INT-4). */
export const complaintMassLed = complaintEvent('mass-led', { members: z.int() }, { members: 12 });
