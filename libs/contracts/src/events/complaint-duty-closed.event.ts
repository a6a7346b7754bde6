import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A clock has stopped, with its verdict (IMP-2): a late duty counts for who held it when it fell due. */
export const complaintDutyClosed = complaintEvent(
  'duty-closed',
  {
    dutyId: z.string(),
    kind: z.string(),
    dueAt: z.iso.datetime(),
    verdict: z.enum(['in-time', 'late', 'dropped']),
    holder: z.uuid().nullable(),
    departmentId: z.string().nullable(),
  },
  {
    dutyId: 'respond-1',
    kind: 'respond',
    dueAt: '2026-11-23T10:00:00.000Z',
    verdict: 'in-time',
    holder: null,
    departmentId: null,
  },
);
