import { CHANNELS, instant, wholeNumber } from '@redress/contracts';
import { CLOSINGS, COMPLAINT_KINDS, DUTY_KINDS, STAGES } from '@redress/policy';
import { z } from 'zod';

const code = z.string().min(1).max(64);
const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });
const words = z.string().trim().min(1).max(200);

/** What a list of complaints can be narrowed to (INT-13); what is not given does not narrow. */
export const complaintFilter = z.strictObject({
  q: words
    .optional()
    .describe('full text, Chinese and English: every word and every "passage" must stand in the complaint'),
  number: z.string().max(40).optional(),
  open: flag.optional().describe('neither closed nor ended'),
  mine: flag.optional().describe('you are the owner or the backup, and it is neither closed nor ended'),
  stage: z.enum(STAGES).optional(),
  kind: z.enum(COMPLAINT_KINDS).optional(),
  level: code.optional(),
  class: code.optional(),
  grade: z.enum(['0', '1', '2', '3']).transform(Number).optional(),
  serious: flag.optional(),
  provisional: flag.optional().describe('no person has confirmed the level yet'),
  access: z.enum(['open', 'restricted']).optional(),
  departmentId: code.optional(),
  owner: z.uuid().optional(),
  backup: z.uuid().optional(),
  recordedBy: z.uuid().optional(),
  channel: z.enum(CHANNELS).optional(),
  language: z.enum(['zh', 'en']).optional(),
  category: code.optional().describe('of one of its matters'),
  departmentComplainedOf: code.optional(),
  closing: z.enum(CLOSINGS).optional(),
  drill: flag.optional(),
  receivedFrom: instant.optional(),
  receivedTo: instant.optional().describe('before this instant'),
  registeredFrom: instant.optional(),
  registeredTo: instant.optional().describe('before this instant'),
  dutyKind: z.enum(DUTY_KINDS).optional().describe('owes this; with dueBefore it is one duty'),
  dueBefore: instant.optional().describe('owes something before this instant'),
  phone: words.optional().describe("the complainant's phone or mobile number"),
  email: words.optional(),
  reference: words.optional().describe('order, policy or case number of a matter'),
});

/** The filter with its page; `after` is the `next` of an earlier page of the same list. */
export const listQuery = complaintFilter.extend({
  sort: z
    .enum(['newest', 'next-due', 'priority'])
    .default('newest')
    .describe(
      'next-due: what runs out first, what has run out before it; what owes nothing comes last; priority: by level, then by priority',
    ),
  limit: wholeNumber(1, 100).default(50),
  after: z.string().max(200).optional(),
});

/** What readers are told of a complaint that was handed over, and what narrows nothing. */
const TELLING_NOTHING: readonly string[] = ['number', 'access', 'limit', 'after'];

/** Does the list ask of nothing but what everybody is told, so that a place in it betrays nothing (INT-15)? */
export function asksOfNothing({ sort, ...query }: ListQuery): boolean {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  return sort === 'newest' && asked.every(([name]) => TELLING_NOTHING.includes(name));
}

export type ComplaintFilter = z.output<typeof complaintFilter>;
export type ListQuery = z.output<typeof listQuery>;
export type ListSort = ListQuery['sort'];
