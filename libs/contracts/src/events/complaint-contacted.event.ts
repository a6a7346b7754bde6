import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A contact with the customer, or an attempt, was logged; `everyWay`: by now on each way that the record holds (PRC-1, PRC-8). */
export const complaintContacted = complaintEvent(
  'contacted',
  { channel: z.string(), outcome: z.string(), doneAt: z.iso.datetime().nullable(), everyWay: z.boolean() },
  { channel: 'phone', outcome: 'reached', doneAt: null, everyWay: false },
);
