import type { ThresholdTells } from '@redress/policy';
import { z } from 'zod';
import { addressee } from './addressee.schema.ts';
import { calendarTime } from './duration.schema.ts';
import { code, fields, oneOf, words } from './fields.ts';

const value = z.number({ error: 'write a value such as 4' }).min(0);

/** Where there is no complaint there is neither owner nor backup. */
const told = addressee.transform((one, context): ThresholdTells => {
  if (one.kind === 'department-head' || one.kind === 'role') return one;
  context.addIssue({ code: 'custom', message: 'a place has no owner: write `department-head` or `role <role>`' });
  return z.NEVER;
});

/** A hard threshold of the floor: what is measured, when it is crossed and when cleared, who comes, what may be done. */
export const threshold = fields({
  code,
  title: words,
  measure: code,
  atLeast: value.nullable().default(null),
  above: value.nullable().default(null),
  below: value.optional(),
  clearsBelow: value.optional(),
  clearsFrom: value.optional(),
  per: oneOf(['place', 'item'], 'thing that is counted by'),
  tells: z.array(told).min(1, { error: 'name who comes' }),
  choices: z.array(fields({ code, title: words })).min(1, { error: 'name at least one thing that may be done' }),
  within: calendarTime,
  lateTells: z.array(told).min(1, { error: 'name who hears that nobody has chosen' }).optional(),
});
