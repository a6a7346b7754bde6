import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** The handler has given the date by which it will be solved (PRC-20). */
export const complaintDateGiven = complaintEvent(
  'date-given',
  { date: z.iso.datetime() },
  { date: '2026-11-27T09:00:00.000Z' },
);
