import type { EventContract } from '@redress/contracts';
import { z } from 'zod';
import { DIRECTORY_TOPIC } from './person-changed.event.ts';

const data = z.strictObject({
  code: z.string(),
  parent: z.string().nullable(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  headId: z.uuid().nullable(),
});

export type DepartmentChanged = z.infer<typeof data>;

/** A department is new or changed: the whole entry (WRK-1). */
export const departmentChanged = {
  type: 'redress.department.changed.v1',
  topic: DIRECTORY_TOPIC,
  data,
  example: {
    code: 'customer-service',
    parent: 'management',
    title: { zh: '客户服务部', en: 'Customer service' },
    headId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
  },
} satisfies EventContract<typeof data>;
