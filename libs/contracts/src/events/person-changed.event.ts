import { z } from 'zod';
import type { EventContract } from './complaint-event.ts';

/** The one compacted topic with work names; keys `person:<id>` and `department:<code>`, tombstoned on leaving. */
export const DIRECTORY_TOPIC = 'staffing.directory';

const limit = z.number().nullable();

const data = z.strictObject({
  id: z.uuid(),
  username: z.string(),
  /** Work name. */
  name: z.string(),
  departmentId: z.string(),
  roles: z.array(z.string()),
  backupId: z.uuid().nullable(),
  onDuty: z.boolean(),
  /** The person's own limits, which only lower those of the roles. */
  limits: z.strictObject({ compensation: limit, goodwill: limit }),
});

export type PersonChanged = z.infer<typeof data>;

/** A member of staff as the others need to know them (WRK-1). */
export const personChanged = {
  type: 'redress.person.changed.v1',
  topic: DIRECTORY_TOPIC,
  data,
  example: {
    id: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
    username: 'mei.chen',
    name: '陈梅',
    departmentId: 'customer-service',
    roles: ['handler'],
    backupId: '8a1f5a8e-52d3-5b7c-8d5d-1c9c0b5f7a22',
    onDuty: true,
    limits: { compensation: null, goodwill: null },
  },
} satisfies EventContract<typeof data>;
