import { z } from 'zod';
import type { EventContract } from './complaint-event.ts';

/** The topic of what befalls departments; keyed by their code. */
export const DEPARTMENT_TOPIC = 'department';

const data = z.strictObject({
  departmentId: z.string(),
  /** Who handles complaints there, and how many of them are on duty. */
  handlers: z.int().min(1),
  onDuty: z.int().min(0),
  /** More than this share of them being away is too many. */
  share: z.number().min(0).max(1),
});

export type DepartmentUnderstaffed = z.infer<typeof data>;

/** Too many of a department are away (WRK-3); once for each time that it comes about. */
export const departmentUnderstaffed = {
  type: 'redress.department.understaffed.v1',
  topic: DEPARTMENT_TOPIC,
  data,
  example: { departmentId: 'logistics', handlers: 4, onDuty: 1, share: 0.5 },
} satisfies EventContract<typeof data>;
