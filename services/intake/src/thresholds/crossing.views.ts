import { z } from 'zod';

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const said = z.string().trim().min(1).max(2_000);
const when = z.iso.datetime();

export const crossingId = z.uuid();
export const choiceBody = z.strictObject({ choice: code }).meta({ id: 'CrossingChoice' });
export const reviewBody = z
  .strictObject({ cause: said.describe('nothing personal'), measure: said.describe('what is done about it') })
  .meta({ id: 'CrossingReview' });
export const reviewQuery = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .describe('as 2026-11; this month, unless given'),
  departmentId: code.optional().describe('your own, unless named; others need to read all'),
});

const crossing = z
  .strictObject({
    id: z.uuid(),
    code: z.string().describe('of the threshold'),
    title: words,
    place: z.string().nullable(),
    item: z.string().nullable(),
    value: z.number(),
    at: when,
    clearedAt: when.nullable(),
    told: z.array(z.uuid()),
    choices: z.array(z.strictObject({ code: z.string(), title: words })),
    choiceDueAt: when,
    choice: z.strictObject({ code: z.string(), title: words, by: z.uuid(), at: when, inTime: z.boolean() }).nullable(),
    reviews: z.array(z.strictObject({ cause: z.string(), measure: z.string(), by: z.uuid(), at: when })),
  })
  .meta({ id: 'Crossing' });

/** The month of a department: each threshold of its policy with how often it was crossed, and each crossing. */
export const monthlyReview = z
  .strictObject({
    month: z.string(),
    departmentId: z.string(),
    thresholds: z.array(
      z.strictObject({
        code: z.string(),
        title: words,
        crossings: z.int(),
        chosen: z.int(),
        chosenInTime: z.int(),
        reviewed: z.int(),
      }),
    ),
    crossings: z.array(crossing),
  })
  .meta({ id: 'MonthlyReview' });

export type ChoiceBody = z.output<typeof choiceBody>;
export type ReviewBody = z.output<typeof reviewBody>;
export type ReviewQuery = z.output<typeof reviewQuery>;
export type CrossingView = z.output<typeof crossing>;
export type MonthlyReview = z.output<typeof monthlyReview>;
