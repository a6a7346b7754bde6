import { z } from 'zod';

/** Without `to` each piece of work goes to its own backup. */
export const newHandOver = z.strictObject({ to: z.uuid().optional() }).meta({ id: 'NewHandOver' });
export type NewHandOver = z.output<typeof newHandOver>;

/** What was open when it was ordered; it moves case by case, each visibly. */
export const handOverView = z.object({ openCases: z.int() }).meta({ id: 'HandOver' });
export type HandOverView = z.output<typeof handOverView>;
