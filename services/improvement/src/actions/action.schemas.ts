import { ACTION_KINDS, ACTION_SOURCES, ACTION_STAGES, code, instant, wholeNumber, words } from '@redress/contracts';
import { z } from 'zod';
import { ACTION_ACTS } from './action.decisions.ts';

const department = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'letters a-z, digits and dashes');
const figure = z.number().min(-1e12).max(1e12);
const at = z.iso.datetime();

/** An action planned here: what was planned in a complaint comes by itself. */
export const newAction = z
  .strictObject({
    source: z.enum(ACTION_SOURCES).exclude(['complaint']),
    kind: z.enum(ACTION_KINDS),
    complaintId: z.uuid().nullable().default(null),
    cause: code.nullable().default(null),
    goal: words,
    measure: words,
    ownerId: z.uuid(),
    departmentId: department,
    dueAt: instant,
    followUpAt: instant,
  })
  .meta({ id: 'NewAction' });
export type NewAction = z.output<typeof newAction>;

export const progressBody = z
  .strictObject({ note: words, percent: z.int().min(0).max(100).nullable().default(null) })
  .meta({ id: 'ActionProgress' });
export type ProgressBody = z.output<typeof progressBody>;

export const doneBody = z.strictObject({ note: words }).meta({ id: 'ActionDone' });
export type DoneBody = z.output<typeof doneBody>;

/** The effect, judged. Not effective: with `adjusted` it is planned anew at once, else within the time for that. */
export const evaluationBody = z
  .strictObject({
    effective: z.boolean(),
    figures: z.strictObject({ before: figure, after: figure }).nullable().default(null),
    note: words,
    adjusted: z.strictObject({ dueAt: instant, followUpAt: instant, measure: words }).nullable().default(null),
  })
  .refine(({ effective, adjusted }) => !(effective && adjusted !== null), 'what was effective is not adjusted')
  .meta({ id: 'ActionEvaluation' });
export type EvaluationBody = z.output<typeof evaluationBody>;

/** Only what is named changes. */
export const changeBody = z
  .strictObject({
    dueAt: instant.optional(),
    followUpAt: instant.optional(),
    ownerId: z.uuid().optional(),
    departmentId: department.optional(),
    measure: words.optional(),
    reason: words,
  })
  .meta({ id: 'ActionChange' });
export type ChangeBody = z.output<typeof changeBody>;

const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });

/** `after` is the `next` of the page before. */
export const actionsQuery = z.strictObject({
  owner: z.uuid().optional(),
  departmentId: department.optional(),
  stage: z.enum(ACTION_STAGES).optional(),
  overdue: flag.optional(),
  complaintId: z.uuid().optional(),
  limit: wholeNumber(1, 100).default(50),
  after: z.string().max(200).optional(),
});
export type ActionsQuery = z.output<typeof actionsQuery>;

const line = {
  id: z.uuid(),
  complaint: z.strictObject({ id: z.uuid(), number: z.string().nullable() }).nullable(),
  kind: z.enum(ACTION_KINDS),
  source: z.enum(ACTION_SOURCES),
  cause: z.string().nullable(),
  stage: z.enum(ACTION_STAGES),
  round: z.int(),
  ownerId: z.uuid(),
  departmentId: z.string(),
  plannedAt: at,
  dueAt: at,
  followUpAt: at,
  owedAt: at.nullable().describe('by when somebody owes the next step'),
  doneAt: at.nullable(),
  closedAt: at.nullable(),
  overdue: z.boolean(),
};

export const actionLine = z.strictObject(line).meta({ id: 'ActionLine' });
export type ActionLine = z.output<typeof actionLine>;

/** A page, the earliest date first; `next` goes into `after` of the next request. */
export const actionPage = z
  .strictObject({ items: z.array(actionLine), next: z.string().nullable() })
  .meta({ id: 'ActionPage' });
export type ActionPage = z.output<typeof actionPage>;

const entry = z.strictObject({
  sequence: z.int(),
  at,
  happening: z.string(),
  code: z.string(),
  detail: z.record(z.string(), z.unknown()),
  actorId: z.uuid().nullable(),
  words: z.string().nullable(),
});

/** One action, whole. */
export const actionView = z
  .strictObject({
    ...line,
    goal: z.string().nullable().describe('of one planned in a complaint the words stand with the complaint'),
    measure: z.string().nullable(),
    figures: z
      .strictObject({ cause: z.string(), days: z.int(), before: z.int(), after: z.int() })
      .nullable()
      .describe(
        'complaints of the department with this cause, in as many days before the plan as have passed since it was done',
      ),
    history: z.array(entry),
    /** What the reader may do now, and for the rest why not. */
    acts: z.array(z.strictObject({ name: z.enum(ACTION_ACTS), refusal: z.string().nullable() })),
  })
  .meta({ id: 'Action' });
export type ActionView = z.output<typeof actionView>;
