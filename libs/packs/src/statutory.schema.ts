import { COMPLAINT_KINDS, TEXT_CODES, type ExtensionAsks } from '@redress/policy';
import { z } from 'zod';
import { addressee } from './addressee.schema.ts';
import { condition } from './condition.schema.ts';
import { duration } from './duration.schema.ts';
import { code, fields, flag, oneOf, words } from './fields.ts';

const ALWAYS = { all: [] };

/** A duty that the law gives, with where it is written. */
export const statutoryDuty = fields({
  code,
  title: words,
  source: words,
  within: duration,
  when: condition.prefault(ALWAYS),
  levels: z.array(code).default([]),
  kinds: z.array(oneOf(COMPLAINT_KINDS, 'kind of complaint')).default([]),
  tellsWhenPassed: oneOf(TEXT_CODES, 'message to the customer').nullable().default(null),
  mayLapse: flag,
});

/** Who is asked; the holders of the role that grants it, where nothing is said. */
const asked = addressee.transform((one, context): ExtensionAsks => {
  if (one.kind === 'department-head' || one.kind === 'role') return one;
  context.addIssue({ code: 'custom', message: 'somebody above is asked: write `department-head` or `role <role>`' });
  return z.NEVER;
});

/** More time, asked for before the clock runs out; in the order in which they may be asked for. */
export const extension = fields({
  code,
  title: words,
  of: z.array(code).min(1, { error: 'name `solve`, or the code of a statutory duty' }),
  within: duration,
  by: code,
  asks: asked.optional(),
}).transform(({ asks, ...rest }) => ({ ...rest, asks: asks ?? ({ kind: 'role', role: rest.by } as const) }));
