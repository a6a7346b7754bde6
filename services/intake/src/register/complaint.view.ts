import { complaintStanding } from '@redress/contracts';
import { COMMAND_NAMES, STAGES } from '@redress/policy';
import { z } from 'zod';
import { becauseView } from './because.view.ts';
import { workFields } from './work.view.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** A line of a list: nothing personal. */
export const complaintLine = complaintStanding
  .omit({ messages: true })
  .extend({
    id: z.uuid(),
    sequence: z.int(),
    nextDueAt: z.iso.datetime().nullable().describe('when the next rung fires'),
    firstDueAt: z.iso.datetime().nullable().describe('when the first open duty runs out, or ran out'),
    drill: z.boolean(),
    priority: z
      .int()
      .describe('urgency × impact × importance of the customer, 1–64; orders work inside a level (INT-18)'),
  })
  .meta({ id: 'ComplaintLine' });

const clock = z.strictObject({
  dutyId: z.string(),
  kind: z.string(),
  dueAt: z.iso.datetime(),
  /** Whom it waits for, where that is not the owner. */
  waitsFor: z.record(z.string(), z.string()).nullable(),
  /** The law gives it: it never pauses; what it is called and where it is written, where the pack says so. */
  statutory: z.boolean(),
  title: words.nullable(),
  source: words.nullable(),
  /** To whom a report goes (PRC-28). */
  goesTo: words.nullable(),
  because: becauseView,
});

const matter = z.strictObject({
  id: z.uuid(),
  category: z.string(),
  happenedAt: z.iso.datetime().nullable(),
  departmentComplainedOf: z.string().nullable(),
  lossClaimed: z.number().nullable(),
  amountInDispute: z.number().nullable(),
  words: z.record(z.string(), z.string().nullable()),
  finding: z.strictObject({ isTrue: z.string(), upheld: z.boolean(), responsibility: z.string() }).nullable(),
});

/** One complaint, whole, for who handles it. */
export const complaintView = z
  .strictObject({
    ...complaintLine.shape,
    channel: z.string(),
    language: z.string(),
    provisional: z.boolean(),
    gradingBecause: becauseView,
    /** The earlier complaint that this one goes on from (INT-3, INT-15). */
    linkedTo: z.uuid().nullable(),
    /** When each of its matters left ordinary hands that did (INT-15). */
    mattersHandedOver: z.array(z.iso.datetime()),
    complainant: z.record(z.string(), z.string()),
    description: z.string().nullable(),
    wish: z.string().nullable(),
    matters: z.array(matter),
    ...workFields,
    /** What was taken out of ordinary hands, for who may see it; null for everybody else (INT-15). */
    misconduct: z.strictObject({ owner: z.uuid().nullable(), outcome: z.string().nullable() }).nullable(),
    clocks: z.array(clock),
    /** What the reader may do now, and for the rest why not. */
    commands: z.array(
      z.strictObject({
        name: z.enum(COMMAND_NAMES as [string, ...string[]]),
        path: z.string(),
        refusal: z.string().nullable(),
      }),
    ),
    /** The policy's advice to who is about to act (PRC-34). */
    guidance: z.array(words),
    /** How the categories complained of are handled (INT-24). */
    strategies: z.array(z.strictObject({ category: z.string(), first: words, mayOffer: words.nullable() })),
    /** What everybody but the spokesperson says to the media, word for word; null where nothing is prepared (PRC-26). */
    preparedLine: words.nullable(),
    packHash: z.string(),
  })
  .meta({ id: 'Complaint' });

const line = z.strictObject({
  sequence: z.int(),
  at: z.iso.datetime(),
  code: z.string(),
  /** The stage that the complaint came to with this step; null where it stayed in its own. */
  stage: z.enum(STAGES).nullable(),
  facts: z.record(z.string(), z.unknown()),
  because: becauseView,
  actor: z.strictObject({ kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable() }),
  matterId: z.uuid().nullable(),
  /** What was said with it, by field of the act. */
  words: z.array(z.strictObject({ field: z.string(), words: z.string().nullable() })),
});

/** What happened, who, when, why, which rule (PRC-30), in the order it happened. */
export const timelineView = z.strictObject({ items: z.array(line) }).meta({ id: 'Timeline' });

export type ComplaintLine = z.output<typeof complaintLine>;
export type ComplaintView = z.output<typeof complaintView>;
export type TimelineView = z.output<typeof timelineView>;
