import { z } from 'zod';
import type { ComplaintsFilter } from './complaints.query.ts';

/** A number and the way to the complaints behind it (IMP-1): the query of GET /figures/complaints. */
export const figure = z
  .strictObject({
    count: z.int().min(0),
    complaints: z.string().describe('query of GET /figures/complaints that lists the complaints behind the number'),
  })
  .meta({ id: 'Figure' });

export type Figure = z.output<typeof figure>;

/** A figure whose complaints are those that the filter lets through. Something may have happened to one more than once. */
export function figureOf(count: number, filter: ComplaintsFilter): Figure {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, String(value));
  return { count, complaints: `?${search.toString()}` };
}
