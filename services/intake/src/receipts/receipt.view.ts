import { z } from 'zod';

/** What the customer is given at once: number, timetable and the way to look (INT-2). */
export const receiptView = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    receivedAt: z.iso.datetime(),
    level: z.string(),
    provisional: z.boolean(),
    timetable: z.strictObject({ respondBy: z.iso.datetime(), solveBy: z.iso.datetime() }),
    tracking: z.strictObject({ path: z.string(), secret: z.string() }),
  })
  .meta({ id: 'Receipt' });

export type ReceiptView = z.output<typeof receiptView>;
