import type { EventContract } from '@redress/contracts';
import { z } from 'zod';

/** The compacted topic of who works here; keys are `person:<id>` and `department:<code>`, a removed key is somebody who left. */
export const DIRECTORY_TOPIC = 'staffing.directory';

const limit = z.number().nonnegative().nullable();

const data = z.strictObject({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  departmentId: z.string(),
  roles: z.array(z.string()),
  backupId: z.uuid().nullable(),
  onDuty: z.boolean(),
  limits: z.strictObject({ compensation: limit, goodwill: limit }),
  left: z.boolean(),
});

export type PersonChanged = z.infer<typeof data>;

/** Somebody who works here is new or changed: the whole entry (WRK-1). The work name is the one name that facts carry. */
export const personChanged = {
  type: 'redress.person.changed.v1',
  topic: DIRECTORY_TOPIC,
  data,
  example: {
    id: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
    username: 'mei.chen',
    name: 'Mei Chen',
    departmentId: 'customer-service',
    roles: ['handler'],
    backupId: '8a1f5a8e-52d3-5b7c-8d5d-1c9c0b5f7a22',
    onDuty: true,
    limits: { compensation: null, goodwill: 50 },
    left: false,
  },
} satisfies EventContract<typeof data>;
