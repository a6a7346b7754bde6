import { z } from 'zod';

/** Complaints that look like one; how many say much the same, and since when. */
export const massCandidate = z
  .strictObject({
    id: z.uuid(),
    proposedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    leadId: z.uuid().nullable().describe('the complaint that leads it, once a person has confirmed it'),
    complaints: z.array(z.strictObject({ id: z.uuid(), number: z.string() })),
  })
  .meta({ id: 'MassCandidate' });

export const massCandidates = z.strictObject({ items: z.array(massCandidate) }).meta({ id: 'MassCandidates' });

export const candidateId = z.uuid();

export type MassCandidates = z.output<typeof massCandidates>;
