import { z } from 'zod';
import type { EventContract } from './complaint-event.ts';

/** The topic of what is ordered about people; keyed by person. Work names stand in the directory only. */
export const PERSON_TOPIC = 'person';

const data = z.strictObject({
  personId: z.uuid(),
  /** Who takes all of it; null leaves each piece of work to its own backup. */
  to: z.uuid().nullable(),
  orderedBy: z.uuid(),
});

export type PersonHandOverOrdered = z.infer<typeof data>;

/** Everything that a person owes is to move to somebody else, case by case and visibly (WRK-3). */
export const personHandOverOrdered = {
  type: 'redress.person.hand-over-ordered.v1',
  topic: PERSON_TOPIC,
  data,
  example: {
    personId: '5e9b6b0e-6c7f-5d0e-9a53-3f6f3f0f6c11',
    to: '8a1f5a8e-52d3-5b7c-8d5d-1c9c0b5f7a22',
    orderedBy: '0a5c2f1e-7b34-5c1a-9b6e-2d4f6a8c0e13',
  },
} satisfies EventContract<typeof data>;
