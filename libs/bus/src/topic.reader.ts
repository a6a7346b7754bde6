import { randomUUID } from 'node:crypto';
import type { EachBatchPayload, IHeaders, Kafka } from 'kafkajs';
import type { StoredRecord } from './bus.types.ts';
import type { ClusterAdmin } from './cluster.admin.ts';
import { readEnvelope } from './event.parser.ts';
import type { TopicNames } from './topic-names.ts';

/** A stored record with its headers. */
export interface RawRecord extends StoredRecord {
  readonly headers: IHeaders;
}

/** Who reads: the cluster, and the names on it. */
export interface ReaderParts {
  readonly kafka: Kafka;
  readonly admin: ClusterAdmin;
  readonly names: TopicNames;
}

/** Reads a topic from its beginning to the end that it has at the call, with a group of its own that is then forgotten. */
export async function readTopic(topic: string, parts: ReaderParts): Promise<RawRecord[]> {
  const group = `reader-${randomUUID()}`;
  const records: RawRecord[] = [];
  const anything = await readOn(topic, group, parts, async (record) => void records.push(record));
  if (anything) await parts.admin.forgetGroup(group);
  return records;
}

/**
 * Gives `take` every record that the group has not taken yet, up to the end that the topic has at the call; a record is
 * committed once it is taken. Answers false when there was nothing.
 */
export async function readOn(
  topic: string,
  group: string,
  parts: ReaderParts,
  take: (record: RawRecord) => Promise<void>,
): Promise<boolean> {
  const ends = await parts.admin.endsAhead(group, topic);
  if (ends.size === 0) return false;
  const consumer = parts.kafka.consumer({
    groupId: parts.names.group(group),
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 200,
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [parts.names.full(topic)], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      const eachBatch = (payload: EachBatchPayload): Promise<void> =>
        takeBatch(topic, payload, ends, take).then(() => (ends.size === 0 ? resolve() : undefined));
      consumer
        .run({ eachBatchAutoResolve: false, eachBatch: (payload) => eachBatch(payload).catch(reject) })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return true;
}

type Take = (record: RawRecord) => Promise<void>;

async function takeBatch(
  topic: string,
  { batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, uncommittedOffsets }: EachBatchPayload,
  ends: Map<number, bigint>,
  take: Take,
) {
  const end = ends.get(batch.partition);
  if (end === undefined) return;
  for (const message of batch.messages.filter(({ offset }) => BigInt(offset) < end)) {
    await take(recordOf(topic, batch.partition, message));
    resolveOffset(message.offset);
    await heartbeat();
  }
  await commitOffsetsIfNecessary(uncommittedOffsets());
  if (BigInt(batch.lastOffset()) + 1n >= end) ends.delete(batch.partition);
}

type Message = EachBatchPayload['batch']['messages'][number];

function recordOf(topic: string, partition: number, { offset, key, value, headers }: Message): RawRecord {
  const read = value === null ? null : readEnvelope(value);
  const event = typeof read === 'string' ? null : read;
  const problem = typeof read === 'string' ? read : null;
  return { topic, partition, offset, key: key?.toString('utf8') ?? '', event, problem, value, headers: headers ?? {} };
}
