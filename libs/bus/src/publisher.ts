import { Partitioners, type Kafka, type Message, type Producer } from 'kafkajs';
import type { Publication } from './bus.types.ts';
import type { TopicNames } from './topic-names.ts';

/** Writes to Kafka: one batch in flight, acknowledged by all replicas. Connects when first used. */
export class Publisher {
  private readonly producer: Producer;
  private connected: Promise<void> | undefined;

  constructor(
    kafka: Kafka,
    private readonly names: TopicNames,
  ) {
    this.producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1,
      retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 4 },
    });
  }

  async publish(batch: readonly Publication[]): Promise<void> {
    await this.send(
      batch.map(({ topic, key, event }) => ({
        topic,
        message: { key, value: event === null ? null : JSON.stringify(event) },
      })),
    );
  }

  async send(records: readonly { topic: string; message: Message }[]): Promise<void> {
    if (records.length === 0) return;
    const byTopic = groupByTopic(records);
    const topicMessages = [...byTopic].map(([topic, rows]) => ({
      topic: this.names.full(topic),
      messages: rows.map(({ message }) => message),
    }));
    await this.connect();
    await this.producer.sendBatch({ topicMessages, acks: -1 });
  }

  async close(): Promise<void> {
    if (this.connected !== undefined) await this.producer.disconnect();
  }

  private connect(): Promise<void> {
    this.connected ??= this.producer.connect().catch((fault: unknown) => {
      this.connected = undefined;
      throw fault;
    });
    return this.connected;
  }
}

type Outgoing = { topic: string; message: Message };

/** The order of the records of a topic is kept. */
function groupByTopic(records: readonly Outgoing[]): Map<string, Outgoing[]> {
  const groups = new Map<string, Outgoing[]>();
  for (const record of records) groups.set(record.topic, [...(groups.get(record.topic) ?? []), record]);
  return groups;
}
