import { CAPABILITIES, DUTY_KINDS, STAGES, TEXT_CODES, type TextCode } from '@redress/policy';
import { z } from 'zod';
import { addressee, onSiteAddressee, roleAddressee } from './addressee.schema.ts';
import { caseCondition, condition } from './condition.schema.ts';
import { calendarTime, duration } from './duration.schema.ts';
import { extension, statutoryDuty } from './statutory.schema.ts';
import { threshold } from './threshold.schema.ts';
import { code, fields, flag, nonEmpty, oneOf, words } from './fields.ts';
import { REGISTER_FIELDS } from './register.fields.ts';

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
  news: duration,
  progress: duration,
  attemptsInOneDay: flag,
  statutory: flag,
  solveDateGivenByHandler: flag,
  settledByReply: flag,
  upAtOnceWhenUnsolvable: flag,
});

const addressees = z.array(addressee).default([]);

const classRule = fields({
  ...{ code, rank, title: words, tellsAtOnce: addressees, tellsResult: addressees },
  ...{ tracked: flag, writtenUp: flag },
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

const onSiteGrade = fields({
  grade: z.int({ error: 'write a grade: 1, 2 or 3' }).min(1).max(3),
  steps: z
    .array(
      fields({ code, title: words, within: calendarTime, by: onSiteAddressee, place: words.nullable().default(null) }),
    )
    .min(1, { error: 'name at least one step' }),
});

const strategy = fields({ first: words, takesPart: addressees, mayOffer: words.nullable().default(null) });

const TEN_DAYS = { amount: 10, unit: 'days', time: 'calendar', calendar: null } as const;
const ONE_DAY = { ...TEN_DAYS, amount: 1 } as const;

/** Texts that the pack words itself; a plain sentence stands in for the others. */
const otherTexts = Object.fromEntries(TEXT_CODES.map((text) => [text, words.optional()])) as Record<
  TextCode,
  z.ZodOptional<typeof words>
>;

/** Where the process begins, where somebody owns and tells, and where it ends cannot be left out. */
const LEAVABLE = STAGES.filter((stage) => !['received', 'assigned', 'informing', 'closed', 'ended'].includes(stage));

const share = z.number({ error: 'write a share such as 30' }).min(0).max(1000);

/** Shares of the three KPIs in their total (IMP-2). */
const kpiWeights = fields({ timeliness: share, satisfaction: share, resolution: share }).refine(
  ({ timeliness, satisfaction, resolution }) => timeliness + satisfaction + resolution > 0,
  { error: 'one share at least is above 0' },
);

/** The document of a policy pack as people write it; parsed, it has the shape of a compiled pack. */
export const packDocument = fields({
  pack: code,
  /** By the time the schema sees it, what it takes over stands in the document. */
  extends: z.string({ error: 'write the code of a pack, such as `levels`' }).optional(),
  version: nonEmpty('the version in quotes, such as `"1.0"`'),
  title: words,
  currency: z.string({ error: 'write a currency' }).regex(/^[A-Z]{3}$/, { error: 'write a currency such as CNY' }),
  stagesLeftOut: z.array(oneOf(LEAVABLE, 'stage that can be left out')).default([]),
  levels: z.array(level).min(1, { error: 'a pack has at least one level' }),
  classes: z.array(classRule).min(1, { error: 'a pack has at least one class' }),
  grading,
  fastLane: fields({
    accept: duration,
    firstContact: duration,
    words: z.array(nonEmpty('a word')).default([]),
  }),
  ladder: z.array(rung),
  roles: z.array(role).min(1, { error: 'a pack has at least one role' }),
  approval: fields({
    due: oneOf(['always', 'above-limit'], 'rule of approval'),
    whenSerious: flag,
    neverAtLevels: z.array(code).default([]),
  }),
  rounds: fields({
    most: z.int({ error: 'write how many rounds there are at most' }).min(1).max(20),
    under: code.nullable().default(null),
    lift: fields({ fromRound: z.int({ error: 'write a round: 2, 3, 4 …' }).min(2).max(20), to: code }).optional(),
  }),
  handOver: duration,
  ruling: duration,
  pause: fields({ most: calendarTime }),
  offer: fields({ answerWithin: duration, unanswered: oneOf(['carry-out', 'tell'], 'answer to an unanswered offer') }),
  attempts: fields({ most: z.int({ error: 'write how many attempts' }).min(1).max(20), letter: flag }),
  survey: fields({ sendAfter: duration, remindAfter: duration, closeAfter: duration }),
  followUp: duration,
  report: fields({ within: duration, when: condition, to: words.optional(), tells: z.array(addressee).optional() }),
  reopening: duration,
  onSite: z.array(onSiteGrade).default([]),
  tracking: fields({ every: duration }).default({ every: ONE_DAY }),
  writeUp: fields({ within: duration }).default({ within: TEN_DAYS }),
  mass: fields({
    atLeast: z.int({ error: 'write how many complaints' }).min(2).max(1000),
    within: calendarTime,
  }).default({ atLeast: 5, within: { ...TEN_DAYS, amount: 7 } }),
  assessment: fields({
    due: oneOf(['never', 'when-ours'], 'rule of assessment').default('never'),
    fromGrade: z.int({ error: 'write an on-site grade: 0, 1, 2 or 3' }).min(0).max(3).default(0),
    within: duration.default(TEN_DAYS),
    deduction: z.number({ error: 'write an amount' }).min(0).nullable().default(null),
    by: addressee.optional(),
  }).default({ due: 'never', fromGrade: 0, within: TEN_DAYS, deduction: null }),
  misconduct: fields({ to: roleAddressee, tells: addressees, within: duration.default(TEN_DAYS) }).optional(),
  byWordOfMouth: flag,
  arbitrationFrom: oneOf(['extortion', 'unreasonable-demands'], 'beginning of arbitration').default('extortion'),
  statutory: z.array(statutoryDuty).optional(),
  extensions: z.array(extension).optional(),
  thresholds: z.array(threshold).optional(),
  kpi: kpiWeights.optional(),
  guidance: z
    .array(fields({ stages: z.array(oneOf(STAGES, 'stage')).min(1), when: caseCondition, text: words }))
    .default([]),
  preparedLines: z.array(fields({ when: caseCondition, text: words })).default([]),
  mandatory: z.array(oneOf(REGISTER_FIELDS, 'field of the register')).default([]),
  categories: z
    .array(fields({ code, title: words, strategy: strategy.nullable().default(null) }))
    .min(1, { error: 'a pack has at least one category' }),
  texts: fields({ ...otherTexts, acknowledgement: words, result: words }),
});

export type PackDocument = z.output<typeof packDocument>;
