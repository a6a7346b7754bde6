import { code, wholeNumber } from '@redress/contracts';
import { z } from 'zod';

const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'is a month: 2026-11');
const department = z.string().max(64);
const MOST_MONTHS = 36;

/** Months are those of the time zone of the figures. */
export const causesQuery = z
  .strictObject({
    from: month,
    to: month,
    category: code.optional(),
    cause: code.optional(),
    departmentId: department.optional(),
  })
  .refine(({ from, to }) => from <= to && monthsBetween(from, to) <= MOST_MONTHS, `is 1 to ${MOST_MONTHS} months`);
export type CausesQuery = z.output<typeof causesQuery>;

export const causeFigure = z.strictObject({
  month: z.string(),
  cause: z.string(),
  category: z.string(),
  count: z.int(),
  complaints: z.string().describe('address of the complaints behind the figure'),
});

/** The register of cause analyses: how often each cause was found, by month and category of the complaint. */
export const causeList = z.strictObject({ items: z.array(causeFigure) }).meta({ id: 'Causes' });
export type CauseList = z.output<typeof causeList>;

/** `after` is the `next` of the page before. */
export const causeComplaintsQuery = z.strictObject({
  month: month.optional(),
  category: code.optional(),
  cause: code.optional(),
  departmentId: department.optional(),
  limit: wholeNumber(1, 100).default(50),
  after: z.string().max(200).optional(),
});
export type CauseComplaintsQuery = z.output<typeof causeComplaintsQuery>;

/** A complaint whose cause was analysed; `actions` are those planned for it. */
export const causeComplaints = z
  .strictObject({
    items: z.array(
      z.strictObject({
        complaintId: z.uuid(),
        number: z.string(),
        round: z.int(),
        level: z.string(),
        categories: z.array(z.string()),
        departmentId: z.string(),
        cause: z.string(),
        analysedAt: z.iso.datetime(),
        actions: z.int(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'CauseComplaints' });
export type CauseComplaints = z.output<typeof causeComplaints>;

function monthsBetween(from: string, to: string): number {
  const index = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5));
  return index(to) - index(from) + 1;
}
