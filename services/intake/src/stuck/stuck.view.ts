import { z } from 'zod';

const command = z.strictObject({
  commandId: z.uuid(),
  complaintId: z.uuid(),
  number: z.string(),
  name: z.string(),
  actorKind: z.string(),
  acceptedAt: z.iso.datetime(),
  reason: z.string().describe('code of the fault'),
  attempt: z.int().describe('how often it has been sent again'),
});

const parked = z.strictObject({
  id: z.string(),
  queue: z.string(),
  topic: z.string(),
  key: z.string(),
  sequence: z.int(),
  attempts: z.int(),
  reason: z.string().nullable(),
});

const woken = z.strictObject({
  complaintId: z.uuid(),
  number: z.string(),
  times: z.int(),
  dueAt: z.iso.datetime().nullable().describe('what its process had slept over; null: a command had found no process'),
  wokenAt: z.iso.datetime().describe('machine time'),
});

const message = z.strictObject({
  messageId: z.uuid(),
  complaintId: z.uuid(),
  number: z.string(),
  purpose: z.string(),
  state: z.string(),
  at: z.iso.datetime(),
});

/** What goes on only when a person looks at it: ids, codes and instants, nothing of what anybody said. */
export const stuckList = z
  .strictObject({
    commands: z.array(command).describe('not taken, or ended in a fault; they hold nothing up'),
    parked: z
      .array(parked)
      .describe('rows of the outbox that were refused for good; what follows under their key waits'),
    woken: z.array(woken).describe('of the last seven days: complaints that a timer should have woken'),
    messages: z.array(message).describe('to customers: nobody knows whether they have left'),
  })
  .meta({ id: 'Stuck' });

/** Why somebody takes a command from the list for good. */
export const dismissal = z.strictObject({ reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'Dismissal' });

/** A command that is on its way again, or off the list. */
export const stuckAct = z
  .strictObject({ commandId: z.uuid(), act: z.enum(['retried', 'dismissed']), attempt: z.int() })
  .meta({ id: 'StuckAct' });

export type StuckList = z.output<typeof stuckList>;
export type Dismissal = z.output<typeof dismissal>;
export type StuckAct = z.output<typeof stuckAct>;
