import type { OutboxRow, Sender, Sent } from '@redress/db';
import { z } from 'zod';
import type { Bus, Publication, Topic } from './bus.types.ts';
import { readEnvelope } from './event.parser.ts';

/** Kafka's answer to a record that it will never take. */
const TOO_LARGE = 'MESSAGE_TOO_LARGE';

const kafkaFault = z.object({ type: z.string() });

/** Sends the facts of an outbox; one that can never be sent is refused, so that it parks its key and nothing else. */
export function factSender(bus: Pick<Bus, 'ensureTopics' | 'publish'>, topics: readonly Topic[]): Sender {
  let ready = false;
  return async (rows) => {
    if (!ready) await bus.ensureTopics(topics);
    ready = true;
    const parsed = rows.map((row) => ({ row, publication: publicationOf(row) }));
    const sendable = parsed.flatMap(({ row, publication }) => (publication === null ? [] : [{ row, publication }]));
    const refused = parsed
      .filter(({ publication }) => publication === null)
      .map(({ row }) => refusal(row, 'no-cloud-event'));
    return [...refused, ...(await sendAll(bus, sendable))];
  };
}

type Sendable = readonly { readonly row: OutboxRow; readonly publication: Publication }[];

async function sendAll(bus: Pick<Bus, 'publish'>, sendable: Sendable): Promise<Sent[]> {
  try {
    await bus.publish(sendable.map(({ publication }) => publication));
    return sendable.map(({ row }) => ({ id: row.id, outcome: 'sent' }));
  } catch (fault) {
    const [only] = sendable;
    if (!isTooLarge(fault) || only === undefined) throw fault;
    if (sendable.length === 1) return [refusal(only.row, 'too-large')];
    const middle = Math.ceil(sendable.length / 2);
    return [...(await sendAll(bus, sendable.slice(0, middle))), ...(await sendAll(bus, sendable.slice(middle)))];
  }
}

function publicationOf({ topic, key, body }: OutboxRow): Publication | null {
  if (body === null) return { topic, key, event: null };
  const event = readEnvelope(Buffer.from(JSON.stringify(body)));
  return typeof event === 'string' ? null : { topic, key, event };
}

function refusal(row: OutboxRow, reason: string): Sent {
  return { id: row.id, outcome: 'refused', reason };
}

function isTooLarge(fault: unknown): boolean {
  const parsed = kafkaFault.safeParse(fault);
  return parsed.success && parsed.data.type === TOO_LARGE;
}
