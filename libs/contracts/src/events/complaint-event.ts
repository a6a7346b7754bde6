import { STAGES, type EntryCode } from '@redress/policy';
import { z } from 'zod';

/** What every fact about a complaint tells: where it stands after the step. No customer data, no free words. */
export const complaintStanding = z.strictObject({
  number: z.string(),
  stage: z.enum(STAGES),
  round: z.int().min(1),
  revision: z.int().min(0),
  level: z.string(),
  class: z.string(),
  serious: z.boolean(),
  departmentId: z.string(),
  owner: z.uuid().nullable(),
  backup: z.uuid().nullable(),
  receivedAt: z.iso.datetime(),
  /** Messages written to the customer up to this step. */
  messages: z.int().min(0),
  /** Who is complained of and sees no more of it (PRC-3): whoever shows this complaint to people must know. */
  concerned: z.array(z.uuid()).optional(),
});

export type ComplaintStanding = z.infer<typeof complaintStanding>;

/** An event's contract: its type, the schema of its data and an example. */
export interface EventContract<Data extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly topic: string;
  readonly data: Data;
  readonly example: z.input<Data>;
}

const exampleStanding: ComplaintStanding = {
  number: 'R26-0000018',
  stage: 'investigating',
  round: 1,
  revision: 2,
  level: '2',
  class: '1',
  serious: false,
  departmentId: 'customer-service',
  owner: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
  backup: '8a1f5a8e-52d3-5b7c-8d5d-1c9c0b5f7a22',
  receivedAt: '2026-11-23T08:00:00.000Z',
  messages: 3,
};

/** The topic of everything that happens to complaints. */
export const COMPLAINT_TOPIC = 'complaint';

/** The event type of an entry of the timeline. */
export function complaintEventType(code: EntryCode): string {
  return `redress.complaint.${code}.v1`;
}

/** Contract of one thing that can happen to a complaint: the standing after it, and what is its own. */
export function complaintEvent<Shape extends z.ZodRawShape>(
  code: EntryCode,
  own: Shape,
  example: z.input<z.ZodObject<Shape>>,
): EventContract {
  const data = z.strictObject({ standing: complaintStanding, detail: z.strictObject(own) });
  return {
    type: complaintEventType(code),
    topic: COMPLAINT_TOPIC,
    data,
    example: { standing: exampleStanding, detail: example } as z.input<typeof data>,
  };
}
