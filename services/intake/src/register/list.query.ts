import { STAGES } from '@redress/policy';
import { z } from 'zod';

const code = z.string().min(1).max(64);

/** What a list of complaints can be narrowed to; what is not given does not narrow. */
export const complaintFilter = z.strictObject({
  stage: z.enum(STAGES).optional(),
  level: code.optional(),
  departmentId: code.optional(),
  owner: z.uuid().optional(),
});

/** The filter with its page; `after` is the `next` of an earlier page. */
export const listQuery = complaintFilter.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(200).optional(),
});

export type ComplaintFilter = z.output<typeof complaintFilter>;
export type ListQuery = z.output<typeof listQuery>;
