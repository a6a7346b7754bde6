import { z } from 'zod';
import { ACTION_KINDS } from './action-event.ts';
import { complaintEvent } from './complaint-event.ts';

const own = {
  actionId: z.uuid(),
  kind: z.enum(ACTION_KINDS),
  ownerId: z.uuid(),
  departmentId: z.string(),
  dueAt: z.iso.datetime(),
  followUpAt: z.iso.datetime(),
};

/** What the fact says of the action; goal and measure stay with the register. */
export type ComplaintActionPlan = z.infer<z.ZodObject<typeof own>>;

/** A corrective or preventive action was planned (PRC-11, IMP-10). */
export const complaintActionPlanned = complaintEvent('action-planned', own, {
  actionId: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f',
  kind: 'preventive',
  ownerId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
  departmentId: 'logistics',
  dueAt: '2026-12-15T09:00:00.000Z',
  followUpAt: '2027-01-15T09:00:00.000Z',
});
