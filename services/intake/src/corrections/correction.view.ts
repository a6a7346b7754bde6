import { z } from 'zod';

const correction = z.strictObject({
  at: z.iso.datetime(),
  actor: z.strictObject({ id: z.uuid().nullable(), name: z.string().nullable() }),
  field: z.string(),
  matterId: z.uuid().nullable(),
  from: z.string().nullable().describe('null when nothing stood there'),
  to: z.string().nullable(),
  reason: z.string().nullable(),
});

/** Who corrected what, when, from what, to what and why (INT-12), in the order made. */
export const correctionList = z.strictObject({ items: z.array(correction) }).meta({ id: 'Corrections' });

export type CorrectionList = z.output<typeof correctionList>;
