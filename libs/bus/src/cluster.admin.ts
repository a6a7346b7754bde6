import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import type { Following, Topic } from './bus.types.ts';
import { deadLettersOf, type TopicNames } from './topic-names.ts';

const ASKS_AGAIN_AFTER_MS = 200;

/** First and next offset of a partition. */
export interface Extent {
  readonly partition: number;
  readonly low: bigint;
  readonly high: bigint;
}

/** Asks and tells the cluster about topics and groups. A connection that failed is dropped and made anew. */
export class ClusterAdmin {
  private connection: Promise<Admin> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly names: TopicNames,
  ) {}

  async ensureTopics(topics: readonly Topic[]): Promise<void> {
    const wanted = topics.flatMap((topic) => [topic, { name: deadLettersOf(topic.name), partitions: 1 }]);
    await this.ask(async (admin) => {
      const existing = new Set(await admin.listTopics());
      const missing = wanted.filter(({ name }) => !existing.has(this.names.full(name)));
      // Another process may make the same topics at this moment: kafkajs answers false when all exist by now.
      if (missing.length > 0)
        await admin.createTopics({ topics: missing.map((topic) => this.configOf(topic)), waitForLeaders: true });
    });
  }

  async missingTopics(topics: readonly string[]): Promise<string[]> {
    const existing = await this.ask((admin) => admin.listTopics());
    return topics.filter((topic) => !existing.includes(this.names.full(topic)));
  }

  async extents(topic: string): Promise<Extent[]> {
    const offsets = await this.ask((admin) => admin.fetchTopicOffsets(this.names.full(topic)));
    return offsets.map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }));
  }

  async lag({ group, topics }: Following): Promise<number> {
    const committed = await this.committed(group, topics);
    const missing = await Promise.all(
      topics.map(async (topic) => {
        const extents = await this.extents(topic);
        return extents.reduce(
          (sum, { partition, low, high }) => sum + behind(low, high, committed.get(`${topic}/${partition}`)),
          0,
        );
      }),
    );
    return missing.reduce((sum, count) => sum + count, 0);
  }

  /** The end of every partition in which the group has something left to take. */
  async endsAhead(group: string, topic: string): Promise<Map<number, bigint>> {
    const [committed, extents] = await Promise.all([this.committed(group, [topic]), this.extents(topic)]);
    const ahead = extents.filter(
      ({ partition, low, high }) => behind(low, high, committed.get(`${topic}/${partition}`)) > 0,
    );
    return new Map(ahead.map(({ partition, high }) => [partition, high]));
  }

  async forgetGroup(group: string): Promise<void> {
    await this.ask((admin) => admin.deleteGroups([this.names.group(group)]));
  }

  async close(): Promise<void> {
    const admin = await this.connection?.catch(() => undefined);
    await admin?.disconnect();
  }

  /** Next offset of the group by `topic/partition`. */
  private async committed(group: string, topics: readonly string[]): Promise<Map<string, bigint>> {
    const full = topics.map((topic) => this.names.full(topic));
    const taken = await this.ask((admin) => admin.fetchOffsets({ groupId: this.names.group(group), topics: full }));
    return new Map(
      taken.flatMap(({ topic, partitions }) =>
        partitions.map((part) => [`${this.names.short(topic)}/${part.partition}`, BigInt(part.offset)] as const),
      ),
    );
  }

  private configOf({ name, partitions, compacted }: Topic) {
    const kept = compacted === true ? [{ name: 'cleanup.policy', value: 'compact' }] : [];
    return {
      topic: this.names.full(name),
      numPartitions: partitions,
      configEntries: [{ name: 'retention.ms', value: '-1' }, ...kept],
    };
  }

  /** On a new connection once more, while Kafka says that it passes by: a group's coordinator moves when a broker comes up. */
  private async ask<T>(question: (admin: Admin) => Promise<T>, triesLeft = 5): Promise<T> {
    try {
      this.connection ??= this.connect();
      return await question(await this.connection);
    } catch (fault) {
      const broken = this.connection;
      this.connection = undefined;
      void broken?.then((admin) => admin.disconnect()).catch(() => undefined);
      if (triesLeft === 0 || !passesBy(fault)) throw fault;
    }
    await pause(ASKS_AGAIN_AFTER_MS);
    return this.ask(question, triesLeft - 1);
  }

  private async connect(): Promise<Admin> {
    const admin = this.kafka.admin({ retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 4 } });
    await admin.connect();
    return admin;
  }
}

/** What kafkajs itself marks as worth another try. */
function passesBy(fault: unknown): boolean {
  return fault instanceof Error && 'retriable' in fault && fault.retriable === true;
}

/** A group that has committed nothing (-1) starts at the beginning. */
function behind(low: bigint, high: bigint, committed: bigint | undefined): number {
  const next = committed === undefined || committed < low ? low : committed;
  return next >= high ? 0 : Number(high - next);
}
