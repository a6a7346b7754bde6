import { z } from 'zod';

/** What intake asks of the environment beside what every service does. */
export const intakeSettings = {
  REDRESS_SWEEP_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(30)
    .describe('how often overdue complaints are woken, in seconds; 0 never'),
};

export type IntakeSettings = { readonly REDRESS_SWEEP_SECONDS: number };
