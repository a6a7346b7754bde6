import { instant } from '@redress/contracts';
import { fields, nonEmpty, suggestion } from '@redress/packs';
import { z } from 'zod';
import { NotUnderstood, parseExpectation, splitIds } from './expectation.parser.ts';
import type { ExpectationSays } from './expectation.ts';
import { OFFSET_HINT, readOffset } from './offset.ts';
import { commandCalled, isOtherAct, knownActs } from './story.acts.ts';

const ID = /^(INT|PRC|IMP|WRK)-\d+[a-z]?$/;
const values = z.record(z.string(), z.unknown(), { error: 'write a map of fields' });
const code = z.string({ error: 'write a code' });
const NAME_HINT = 'a name begins with a capital letter and has letters only, as `Anna`';
const limit = z.number().min(0).nullable().default(null);

/** Names of people begin with a capital letter; places and roles never do. */
const personName = z.string().regex(/^[A-Z][A-Za-z]*$/, { error: NAME_HINT });

/** YAML reads `+0` as a number. */
const offset = z
  .union([z.string(), z.literal(0).transform(() => '+0')], { error: OFFSET_HINT })
  .transform((text, context) => {
    const ms = readOffset(text);
    if (ms !== null) return ms;
    context.addIssue({ code: 'custom', message: `\`${text}\` is no time; ${OFFSET_HINT}` });
    return z.NEVER;
  })
  .describe('after the receipt: `+0`, `+30m`, `+2h10m`, `+3d`');

/** YAML reads `told Anna: assigned-to-you` as a map of one field. */
const line = z
  .union(
    [
      z.string(),
      z.record(z.string(), z.string()).transform((map) =>
        Object.entries(map)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', '),
      ),
    ],
    { error: 'write what is seen, such as `stage investigating [PRC-3]`' },
  )
  .meta({ sees: true, description: 'what is seen, and in brackets the requirements that it shows' });

const expectation = line.transform((written, context): { text: string; ids: string[]; says: ExpectationSays } => {
  const { text, ids } = splitIds(written);
  const wrong = ids.find((id) => !ID.test(id));
  if (wrong !== undefined)
    context.addIssue({ code: 'custom', message: `\`${wrong}\` is no id of a requirement, as PRC-23` });
  try {
    return { text, ids, says: parseExpectation(text) };
  } catch (fault) {
    if (!(fault instanceof NotUnderstood)) throw fault;
    context.addIssue({ code: 'custom', message: fault.message });
    return z.NEVER;
  }
});

const act = z
  .string({ error: 'write what is done' })
  .refine((words) => commandCalled(words) !== null || isOtherAct(words), {
    error: (issue) =>
      `\`${String(issue.input)}\` is nothing that can be done; ${suggestion(String(issue.input), knownActs())}`,
  })
  .meta({ does: true, description: 'a command of a complaint by its words, or what happens beside it' });

const person = fields({
  role: z
    .union([code, z.array(code).min(1)], { error: 'write a role of the pack' })
    .transform((one) => [one].flat())
    .describe('one role of the pack, or several'),
  backup: personName.nullable().default(null).describe('who stands in'),
  head: z.boolean({ error: 'write `true` or `false`' }).default(false),
  department: z.string().nullable().default(null).describe('one of `departments`; else that of the complaint'),
  onDuty: z.boolean({ error: 'write `true` or `false`' }).default(true),
  skills: z.array(code).default([]),
  limits: fields({ compensation: limit, goodwill: limit }).nullable().default(null),
});

const item = fields({
  at: offset,
  every: offset.optional().describe('what comes round again: every so long, `until` then at the latest'),
  until: offset.optional(),
  about: z.string().default('first').describe('which complaint, by the name that `as` gave it'),
  by: nonEmpty('who does it')
    .optional()
    .describe('a name, `owner`, `backup`, `head`, `customer`, or a role of the head office'),
  do: act.optional(),
  with: values.default({}).describe('fields of the act; what is left out is taken from its example'),
  of: nonEmpty('of whom').nullable().default(null).describe('of whom, where the act concerns somebody else'),
  as: z.string().nullable().default(null).describe('the name that what comes of the act bears in the story'),
  expect: z.array(expectation, { error: 'write a list of what is seen' }).default([]),
});

/** The document of a story as people write it. */
export const storyDocument = fields({
  title: nonEmpty('the title').describe('one sentence: what the story is about'),
  starts: instant.nullable().default(null).describe('when it begins; any time unless it matters'),
  people: z.record(personName, person, {
    error: (issue) => (issue.code === 'invalid_key' ? NAME_HINT : 'write the people by name'),
  }),
  departments: z.array(z.string().regex(/^[a-z][a-z-]{0,20}$/)).default([]),
  receipt: values.describe('the body of POST /complaints'),
  receivedBy: nonEmpty('who registers')
    .nullable()
    .default(null)
    .describe('who registers it; any clerk unless it matters'),
  shift: fields({
    field: nonEmpty('a number of the pack'),
    to: z.union([z.string(), z.number()]).nullable().default(null),
  })
    .nullable()
    .default(null),
  story: z.array(item).min(1, { error: 'a story has at least one line' }),
});

export type StoryDocument = z.output<typeof storyDocument>;
export type ItemDocument = StoryDocument['story'][number];
