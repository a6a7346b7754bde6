import type { Sender } from '@redress/db';
import type { Kafka } from 'kafkajs';
import type {
  Bus,
  BusOptions,
  ConsumeOptions,
  Consumption,
  Following,
  Publication,
  StoredRecord,
  Topic,
} from './bus.types.ts';
import { ClusterAdmin } from './cluster.admin.ts';
import { replay } from './dead-letter.replay.ts';
import { factSender } from './fact.sender.ts';
import { kafkaClient } from './kafka.client.ts';
import { KafkaConsumption } from './kafka.consumption.ts';
import { Publisher } from './publisher.ts';
import { TopicNames } from './topic-names.ts';
import { readTopic } from './topic.reader.ts';

/** The bus on Kafka. Connects when first used, so that a process starts while Kafka is away. */
export function createBus(options: BusOptions): Bus {
  return new KafkaBus(options);
}

class KafkaBus implements Bus {
  readonly kafka: Kafka;
  readonly names: TopicNames;
  readonly admin: ClusterAdmin;
  private readonly publisher: Publisher;
  private readonly consumptions: Consumption[] = [];

  constructor(private readonly options: BusOptions) {
    this.kafka = kafkaClient(options);
    this.names = new TopicNames(options.topicPrefix);
    this.admin = new ClusterAdmin(this.kafka, this.names);
    this.publisher = new Publisher(this.kafka, this.names);
  }

  ensureTopics(topics: readonly Topic[]): Promise<void> {
    return this.admin.ensureTopics(topics);
  }

  publish(batch: readonly Publication[]): Promise<void> {
    return this.publisher.publish(batch);
  }

  factSender(topics: readonly Topic[]): Sender {
    return factSender(this, topics);
  }

  consume(options: ConsumeOptions): Consumption {
    const { kafka, admin, publisher, names } = this;
    const consumption = new KafkaConsumption(options, { kafka, admin, publisher, names, log: this.options.log });
    this.consumptions.push(consumption);
    return consumption;
  }

  async replayDeadLetters(options: ConsumeOptions): Promise<{ replayed: number; putAside: number }> {
    const { kafka, admin, publisher, names } = this;
    return replay(options, { kafka, admin, publisher, names, log: this.options.log });
  }

  readAll(topic: string): Promise<StoredRecord[]> {
    return readTopic(topic, this);
  }

  async lag(followings: readonly Following[]): Promise<Record<string, number>> {
    const lags = await Promise.all(
      followings.map(async (following) => [following.group, await this.admin.lag(following)] as const),
    );
    return Object.fromEntries(lags);
  }

  async close(): Promise<void> {
    await Promise.all(this.consumptions.map((consumption) => consumption.stop()));
    await Promise.all([this.publisher.close(), this.admin.close()]);
  }
}
