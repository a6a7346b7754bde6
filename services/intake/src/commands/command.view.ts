import { REFUSAL_CODES, STAGES } from '@redress/policy';
import { z } from 'zod';

const done = z.strictObject({
  status: z.literal('done'),
  step: z.int(),
  stage: z.enum(STAGES),
  revision: z.int(),
  sequence: z.int(),
});
const refused = z.strictObject({
  status: z.literal('refused'),
  refusal: z.strictObject({ code: z.enum(REFUSAL_CODES), facts: z.record(z.string(), z.unknown()) }),
});
const fault = z.strictObject({ status: z.literal('fault'), code: z.string() });

/** A command and what became of it; null while it is on its way. */
export const commandView = z
  .strictObject({ commandId: z.uuid(), outcome: z.union([done, refused, fault]).nullable() })
  .meta({ id: 'Command' });

export type CommandView = z.output<typeof commandView>;
