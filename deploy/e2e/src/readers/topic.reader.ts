import type { Bus } from '@redress/bus';
import { COMPLAINT_TOPIC } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import { z } from 'zod';
import type { Reading, ReaderReport } from './reading.ts';
import { faultsIn } from './register.reader.ts';

const fact = z.object({
  standing: z.object({ stage: z.string(), messages: z.int() }),
  detail: z.object({ dutyId: z.string().optional(), rung: z.string().optional() }),
});

/** Reads the topic as a fresh consumer from offset 0, and folds what it finds. An event that came twice counts once. */
export async function readTopic(bus: Bus): Promise<ReaderReport> {
  const byComplaint = new Map<string, Map<string, CloudEvent>>();
  for (const { event } of await bus.readAll(COMPLAINT_TOPIC)) {
    if (event === null) continue;
    const events = byComplaint.get(event.subject) ?? new Map<string, CloudEvent>();
    byComplaint.set(event.subject, events.set(event.id, event));
  }
  return { reader: 'topic', readings: [...byComplaint].map(([id, events]) => fold(id, [...events.values()])) };
}

function fold(id: string, events: readonly CloudEvent[]): Reading {
  const sequences = events.map((event) => event.sequence);
  const last = Math.max(...sequences);
  const latest = events.find((event) => event.sequence === last);
  const { stage, messages } = fact.parse(latest?.data).standing;
  const rungs = events
    .map((event) => fact.parse(event.data).detail)
    .filter((detail) => detail.rung !== undefined)
    .map(({ dutyId, rung }) => `${dutyId}/${rung}`);
  return {
    id,
    stage,
    sequence: last,
    rungs: rungs.sort(),
    messages,
    gaps: faultsIn(sequences, last),
  };
}
