import type { IHeaders, Message } from 'kafkajs';
import { z } from 'zod';
import type { Poison, Position } from './bus.types.ts';

const headers = z.object({
  group: z.string(),
  reason: z.string(),
  topic: z.string(),
  partition: z.coerce.number(),
  offset: z.string(),
});

/** The record of the dead letters: key and value as they came, where they stood and why they lie here. */
export function deadLetter(poison: Poison, value: Buffer | null): Message {
  const { group, reason, topic, partition, offset, key } = poison;
  return { key, value, headers: { group, reason, topic, partition: String(partition), offset } };
}

/** What the headers of a dead letter say, or null when they are none. */
export function readDeadLetter(given: IHeaders | undefined, key: string): Poison | null {
  const texts = Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, value?.toString()]));
  const parsed = headers.safeParse(texts);
  return parsed.success ? { ...parsed.data, key } : null;
}

/** The poison that stands at `at`. */
export function poisonAt(at: Position, group: string, reason: string): Poison {
  return { ...at, group, reason };
}
