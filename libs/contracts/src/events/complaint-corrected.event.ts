import { z } from 'zod';
import { complaintEvent } from './complaint-event.ts';

/** A field of the record was corrected; what stood there is kept (INT-12). */
export const complaintCorrected = complaintEvent('corrected', { field: z.string() }, { field: 'mobile' });
