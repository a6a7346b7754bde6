import { CAPABILITIES, DUTY_KINDS, STAGES } from '@redress/policy';
import { z } from 'zod';
import { addressee } from './addressee.schema.ts';
import { condition } from './condition.schema.ts';
import { duration } from './duration.schema.ts';
import { code, fields, flag, nonEmpty, oneOf, words } from './fields.ts';

const rank = z.int({ error: 'write a rank: 1, 2, 3 …' }).min(1, { error: 'ranks begin at 1' });

/** An amount of money; `without limit` becomes null. */
const amount = z.union([z.number().min(0), z.literal('without limit').transform(() => null)], {
  error: 'write an amount of at least 0, or `without limit`',
});

const level = fields({
  code,
  rank,
  title: words,
  respond: duration,
  solve: duration,
  accept: duration,
  solveDateGivenByHandler: flag,
  settledByReply: flag,
  upAtOnceWhenUnsolvable: flag,
});

const gradingRule = fields({ code, when: condition, gives: code });

const grading = fields({
  levels: z.array(gradingRule),
  classes: z.array(gradingRule),
  serious: condition,
  fastLane: condition,
  defaultLevel: code,
});

const rung = fields({
  code,
  duties: z.array(oneOf(DUTY_KINDS, 'duty clock')).min(1, { error: 'name at least one duty clock' }),
  atFraction: z.number({ error: 'write a fraction of the clock: 0.75 warns, 1 is the deadline' }).gt(0).max(20),
  warning: flag,
  tells: z.array(addressee).min(1, { error: 'name whom the rung tells' }),
  movesOwnershipTo: oneOf(['backup', 'department-head'], 'place that ownership moves to').nullable().default(null),
});

/** Goodwill that is not given is a fifth of the compensation (shared defaults). */
const limits = fields({ compensation: amount, goodwill: amount.optional() })
  .transform(({ compensation, goodwill }) => ({
    compensation,
    goodwill: goodwill === undefined ? (compensation === null ? null : compensation / 5) : goodwill,
  }))
  .default({ compensation: 0, goodwill: 0 });

const role = fields({ code, title: words, capabilities: z.array(oneOf(CAPABILITIES, 'capability')), limits });

/** Where the process begins, where somebody owns and tells, and where it ends cannot be left out. */
const LEAVABLE = STAGES.filter((stage) => !['received', 'assigned', 'informing', 'closed', 'ended'].includes(stage));

/** The document of a policy pack as people write it; parsed, it has the shape of a compiled pack. */
export const packDocument = fields({
  pack: code,
  version: nonEmpty('the version in quotes, such as `"1.0"`'),
  title: words,
  currency: z.string({ error: 'write a currency' }).regex(/^[A-Z]{3}$/, { error: 'write a currency such as CNY' }),
  stagesLeftOut: z.array(oneOf(LEAVABLE, 'stage that can be left out')).default([]),
  levels: z.array(level).min(1, { error: 'a pack has at least one level' }),
  classes: z.array(fields({ code, rank, title: words })).min(1, { error: 'a pack has at least one class' }),
  grading,
  fastLane: fields({
    accept: duration,
    firstContact: duration,
    words: z.array(nonEmpty('a word')).default([]),
  }),
  ladder: z.array(rung),
  roles: z.array(role).min(1, { error: 'a pack has at least one role' }),
  approval: fields({ due: oneOf(['always', 'above-limit'], 'rule of approval'), whenSerious: flag }),
  rounds: fields({ most: z.int({ error: 'write how many rounds there are at most' }).min(1).max(20) }),
  reopening: duration,
  mandatory: z.array(nonEmpty('a field of the register')).default([]),
  categories: z.array(fields({ code, title: words })).min(1, { error: 'a pack has at least one category' }),
  texts: fields({ acknowledgement: words, result: words }),
});

export type PackDocument = z.output<typeof packDocument>;
