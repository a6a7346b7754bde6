import { z } from 'zod';
import { complaintLine } from './complaint.view.ts';
import { handedOverView } from './handed-over.view.ts';

/** A page of complaints; `next` goes into `after` of the next request, null at the end. */
export const complaintPage = z
  .strictObject({ items: z.array(z.union([complaintLine, handedOverView])), next: z.string().nullable() })
  .meta({ id: 'ComplaintPage' });

export type ComplaintPage = z.output<typeof complaintPage>;
