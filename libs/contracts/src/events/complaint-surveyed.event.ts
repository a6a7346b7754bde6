import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The customer has answered the survey (PRC-9). */
export const complaintSurveyed = complaintEvent(
  'surveyed',
  { result: z.int(), process: z.int(), recommend: z.int().nullable(), satisfied: z.boolean() },
  { result: 4, process: 5, recommend: 8, satisfied: true },
);
