import { z } from 'zod';

/** What a receipt is answered with. */
export const receiptAnswer = z.object({
  id: z.uuid(),
  number: z.string(),
  tracking: z.object({ secret: z.string() }),
});

const because = z.array(z.object({ rule: z.string(), facts: z.record(z.string(), z.unknown()) }));

/** A complaint as its reader sees it; lists that the runner does not know stay, for `<request 1>` and the like. */
export const complaintLook = z.looseObject({
  stage: z.string(),
  owner: z.uuid().nullable(),
  backup: z.uuid().nullable(),
  level: z.string(),
  class: z.string(),
  round: z.int(),
  serious: z.boolean(),
  departmentId: z.string(),
  closing: z.string().nullable(),
  nextDueAt: z.string().nullable(),
  clocks: z.array(z.object({ dutyId: z.string(), kind: z.string(), dueAt: z.string(), because })),
});

export const timelineLook = z.object({
  items: z.array(
    z.looseObject({
      at: z.string(),
      code: z.string(),
      stage: z.string().nullable(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const trackingLook = z.object({
  messages: z.array(z.object({ purpose: z.string(), at: z.string(), text: z.string() })),
});

export const listLook = z.object({ items: z.array(z.unknown()) });
export const crossingsLook = z.object({ crossings: z.array(z.object({ id: z.uuid() })) });
export const foundLook = z.object({ items: z.array(z.object({ id: z.uuid() })) });
export const looksLook = z.object({ items: z.array(z.object({ personId: z.uuid() })) });
export const commandsLook = z.object({
  commands: z.array(z.object({ name: z.string(), refusal: z.string().nullable() })),
});

export const noticesLook = z.object({
  items: z.array(
    z.object({
      complaintId: z.uuid().nullable(),
      crossingId: z.uuid().nullable(),
      code: z.string(),
      at: z.string(),
    }),
  ),
});

const outcome = z.looseObject({
  status: z.enum(['done', 'refused', 'fault']),
  refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).optional(),
});
export const commandLook = z.object({ commandId: z.uuid(), outcome: outcome.nullable() });
export const problemLook = z.looseObject({
  code: z.string(),
  facts: z.unknown().optional(),
  errors: z.unknown().optional(),
});

export type ComplaintLook = z.output<typeof complaintLook>;
export type TimelineLine = z.output<typeof timelineLook>['items'][number];
export type Clock = ComplaintLook['clocks'][number];
export type Notice = z.output<typeof noticesLook>['items'][number];
