import { z } from 'zod';
import type { EventContract } from './complaint-event.ts';
import { DIRECTORY_TOPIC } from './person-changed.event.ts';

const data = z.strictObject({
  code: z.string(),
  parent: z.string().nullable(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  headId: z.uuid().nullable(),
});

export type DepartmentChanged = z.infer<typeof data>;

/** A department and its head (WRK-1). */
export const departmentChanged = {
  type: 'redress.department.changed.v1',
  topic: DIRECTORY_TOPIC,
  data,
  example: {
    code: 'after-sales',
    parent: null,
    title: { zh: '售后服务部', en: 'After-sales service' },
    headId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
  },
} satisfies EventContract<typeof data>;
