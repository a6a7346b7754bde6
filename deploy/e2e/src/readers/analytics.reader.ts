import type { Person } from '@redress/scenario';
import { z } from 'zod';
import type { Reading, ReaderReport } from './reading.ts';

const fired = z.array(z.object({ dutyId: z.string(), rung: z.string() }));

const figure = z.object({
  id: z.uuid(),
  stage: z.string(),
  lastSequence: z.int(),
  gaps: z.int(),
  messages: z.int(),
  rungs: fired,
  warnings: fired,
});

/** Reads analytics over HTTP, as somebody who may see figures. */
export async function readAnalytics(analyticsUrl: string, who: Person, ids: readonly string[]): Promise<ReaderReport> {
  const readings: Reading[] = [];
  for (const id of ids) {
    const answer = await who.get(`${analyticsUrl}/figures/complaints/${id}`);
    if (answer.status === 404) continue;
    const { stage, lastSequence, messages, gaps, rungs, warnings } = figure.parse(answer.body);
    readings.push({
      ...{ id, stage, sequence: lastSequence, messages },
      rungs: [...rungs, ...warnings].map(({ dutyId, rung }) => `${dutyId}/${rung}`).sort(),
      gaps: Array.from({ length: gaps }, (_, index) => index + 1),
    });
  }
  return { reader: 'analytics', readings };
}
