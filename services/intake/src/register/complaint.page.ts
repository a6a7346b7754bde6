import { z } from 'zod';
import { complaintLine } from './complaint.view.ts';

/** A page of complaints; `next` goes into `after` of the next request, null at the end. */
export const complaintPage = z
  .strictObject({ items: z.array(complaintLine), next: z.string().nullable() })
  .meta({ id: 'ComplaintPage' });

export type ComplaintPage = z.output<typeof complaintPage>;
