import { SEARCH_ATTRIBUTES } from '@redress/contracts/workflow';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import type { Reading, ReaderReport } from './reading.ts';

const PREFIX = 'complaint/';
const attributes = z.object({
  [SEARCH_ATTRIBUTES.stage]: z.tuple([z.string()]),
  [SEARCH_ATTRIBUTES.sequence]: z.tuple([z.number()]),
});

/** Reads Temporal's own listing: one process a complaint, its stage and last sequence; runs of one life count once. */
export async function readProcesses(temporal: Client): Promise<ReaderReport> {
  const readings: Reading[] = [];
  for await (const run of temporal.workflow.list()) {
    if (!run.workflowId.startsWith(PREFIX) || run.status.name === 'CONTINUED_AS_NEW') continue;
    const parsed = attributes.safeParse(run.searchAttributes);
    readings.push({
      id: run.workflowId.slice(PREFIX.length),
      stage: parsed.success ? parsed.data[SEARCH_ATTRIBUTES.stage][0] : 'unknown',
      sequence: parsed.success ? parsed.data[SEARCH_ATTRIBUTES.sequence][0] : 0,
      ...{ rungs: null, messages: null, gaps: null },
    });
  }
  return { reader: 'Temporal', readings };
}
