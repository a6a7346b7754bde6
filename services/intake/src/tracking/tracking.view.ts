import { STAGES } from '@redress/policy';
import { z } from 'zod';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** What the customer sees: never who else is in the case, nor what is said inside. */
export const trackingView = z
  .strictObject({
    number: z.string(),
    receivedAt: z.iso.datetime(),
    stage: z.enum(STAGES),
    round: z.int(),
    timetable: z.array(
      z.strictObject({
        kind: z.enum(['respond', 'solve', 'offer', 'survey', 'reopening', 'statutory']),
        dueAt: z.iso.datetime(),
        /** What the law calls it and where it is written, of a duty that the law gives. */
        title: words.optional(),
        source: words.optional(),
      }),
    ),
    handledBy: z.string().nullable(),
    messages: z.array(z.strictObject({ purpose: z.string(), at: z.iso.datetime(), text: z.string() })),
    /** The appointments of the remedy that are agreed. */
    appointments: z.array(z.iso.datetime()),
    mayReopen: z.boolean(),
    /** What the customer may do now: the last part of the address of each, and why not the rest. */
    commands: z.array(z.strictObject({ name: z.string(), path: z.string(), refusal: z.string().nullable() })),
  })
  .meta({ id: 'Tracking' });

export type TrackingView = z.output<typeof trackingView>;
