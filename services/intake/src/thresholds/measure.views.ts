import { z } from 'zod';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const label = z.string().trim().min(1).max(100);

/** A fact from outside: a count, minutes, a load, measured by a machine or by a person. */
export const measureBody = z
  .strictObject({
    measure: code.describe('by the name that the policy gives it'),
    value: z.number().min(0).max(1_000_000_000),
    departmentId: code.optional().describe('your own, unless named'),
    place: label.optional(),
    item: label.optional().describe('what is counted by, by a number of the place; nothing personal'),
    at: z.iso.datetime().optional().describe('when it was measured; now, unless given'),
  })
  .meta({ id: 'Measure' });

/** What came of it; `counted` is false for what is older than what is known already. */
export const measureAnswer = z
  .strictObject({ counted: z.boolean(), crossed: z.array(z.uuid()), cleared: z.array(z.uuid()) })
  .meta({ id: 'MeasureAnswer' });

export type MeasureBody = z.output<typeof measureBody>;
export type MeasureAnswer = z.output<typeof measureAnswer>;
