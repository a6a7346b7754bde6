import { z } from 'zod';
import { complaintFilter, listQuery } from '../register/list.query.ts';

/** A filtered list as a file; with `words` what was said stands beside the facts. */
export const exportQuery = complaintFilter.extend({
  sort: listQuery.shape.sort,
  words: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .default(false)
    .describe('with the complainant and what was said'),
});

export type ExportQuery = z.output<typeof exportQuery>;
