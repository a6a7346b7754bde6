import { z } from 'zod';

/** All that readers without the grant see of a complaint that they could read until it left ordinary hands (INT-15). */
export const handedOverView = z
  .strictObject({ id: z.uuid(), number: z.string(), handedOverAt: z.iso.datetime() })
  .meta({ id: 'HandedOver' });

export type HandedOverView = z.output<typeof handedOverView>;
