import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A duty that the law gives has run out; `late` unless it was only a way that was open until then (PRC-21). */
export const complaintStatutoryPassed = complaintEvent(
  'statutory-passed',
  { duty: z.string(), dueAt: z.iso.datetime(), late: z.boolean() },
  { duty: 'final-response', dueAt: '2027-02-18T10:00:00.000Z', late: true },
);
