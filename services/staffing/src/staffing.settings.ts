import { z } from 'zod';

/** What staffing asks of the environment beside what every service does. */
export const staffingSettings = {
  REDRESS_UNDERSTAFFED_SHARE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe("a share from 0 to 1: more than this of a department's handlers being away is too many"),
};

export type StaffingSettings = { readonly REDRESS_UNDERSTAFFED_SHARE: number };
