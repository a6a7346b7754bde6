import { z } from 'zod';
import { ACTION_KINDS } from './action-event.ts';
import { COMPLAINT_TOPIC, complaintStanding, exampleStanding, type EventContract } from './complaint-event.ts';

const data = z.strictObject({
  standing: complaintStanding,
  detail: z.strictObject({
    actionId: z.uuid(),
    kind: z.enum(ACTION_KINDS),
    ownerId: z.uuid(),
    departmentId: z.string(),
    dueAt: z.iso.datetime(),
    followUpAt: z.iso.datetime(),
  }),
});

export type ComplaintActionPlanned = z.infer<typeof data>;

/** Something will be done against the cause (PRC-11); goal and measure stay with the register. */
export const complaintActionPlanned = {
  type: 'redress.complaint.action-planned.v1',
  topic: COMPLAINT_TOPIC,
  data,
  example: {
    standing: exampleStanding,
    detail: {
      actionId: '7d1a2f6c-8c1e-4a55-b7d3-2f0e9c4b6a18',
      kind: 'corrective',
      ownerId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
      departmentId: 'logistics',
      dueAt: '2026-12-23T08:00:00.000Z',
      followUpAt: '2027-01-23T08:00:00.000Z',
    },
  },
} satisfies EventContract<typeof data>;
