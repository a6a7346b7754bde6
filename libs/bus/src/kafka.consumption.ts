import { setTimeout } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { BusLog, ConsumeOptions, Consumption, Position } from './bus.types.ts';
import type { ClusterAdmin } from './cluster.admin.ts';
import { deadLetter, poisonAt } from './dead-letter.ts';
import { deliver, type Delivery } from './delivery.ts';
import type { Publisher } from './publisher.ts';
import { deadLettersOf, type TopicNames } from './topic-names.ts';

const SESSION_MS = 8_000;
const HEARTBEAT_MS = 1_500;
const REBALANCE_MS = 10_000;
const RETRY_MS = 1_000;
const FRESH_MS = 30_000;
const COMMIT_EVERY = 50;

/** What a consumption is built on. */
export interface ConsumptionParts {
  readonly kafka: Kafka;
  readonly admin: ClusterAdmin;
  readonly publisher: Publisher;
  readonly names: TopicNames;
  readonly log: BusLog;
}

/**
 * One group's consumer of this process. Waits for Kafka and for its topics, takes records one after the other, commits
 * after the effect, and is built anew when kafkajs gives up.
 */
export class KafkaConsumption implements Consumption {
  private fetchedAt: number | null = null;
  private readonly stopSignal = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly options: ConsumeOptions,
    private readonly parts: ConsumptionParts,
  ) {
    this.running = this.run();
  }

  lastFetchAt(): number | null {
    return this.fetchedAt;
  }

  health(): string | null {
    if (this.fetchedAt === null) return 'nothing-fetched-yet';
    return Date.now() - this.fetchedAt > FRESH_MS ? 'no-recent-fetch' : null;
  }

  lag(): Promise<number> {
    return this.parts.admin.lag(this.options);
  }

  async stop(): Promise<void> {
    this.stopSignal.abort();
    await this.running;
  }

  private get stopping(): boolean {
    return this.stopSignal.signal.aborted;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        if (await this.topicsExist()) await this.consumeUntilEnd();
      } catch (fault) {
        this.parts.log.warn({ group: this.options.group, err: fault }, 'the consumer starts again');
      }
      await this.pause(RETRY_MS);
    }
  }

  private async topicsExist(): Promise<boolean> {
    return (await this.parts.admin.missingTopics(this.options.topics)).length === 0;
  }

  private async consumeUntilEnd(): Promise<void> {
    const consumer = this.makeConsumer();
    const ended = new Promise<void>((resolve) => {
      this.stopSignal.signal.addEventListener('abort', () => resolve(), { once: true });
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        this.parts.log.warn(
          { group: this.options.group, restart: payload.restart, err: payload.error },
          'the consumer crashed',
        );
        if (!payload.restart) resolve();
      });
    });
    try {
      await consumer.connect();
      await consumer.subscribe({
        topics: this.options.topics.map((topic) => this.parts.names.full(topic)),
        fromBeginning: true,
      });
      await consumer.run({
        eachBatchAutoResolve: false,
        autoCommitThreshold: COMMIT_EVERY,
        eachBatch: (batch) => this.takeBatch(batch),
      });
      if (!this.stopping) await ended;
    } finally {
      await consumer.disconnect();
    }
  }

  private makeConsumer(): Consumer {
    const consumer = this.parts.kafka.consumer({
      groupId: this.parts.names.group(this.options.group),
      sessionTimeout: SESSION_MS,
      heartbeatInterval: HEARTBEAT_MS,
      rebalanceTimeout: REBALANCE_MS,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 1_000,
      retry: {
        initialRetryTime: 200,
        maxRetryTime: 2_000,
        retries: 10_000,
        restartOnFailure: async () => !this.stopping,
      },
    });
    const fetched = (): void => void (this.fetchedAt = Date.now());
    let idle = false;
    consumer.on(consumer.events.FETCH, fetched);
    consumer.on(
      consumer.events.GROUP_JOIN,
      ({ payload }) => void (idle = Object.values(payload.memberAssignment).flat().length === 0),
    );
    // A member without a partition fetches nothing and is well all the same.
    consumer.on(consumer.events.HEARTBEAT, () => (idle ? fetched() : undefined));
    return consumer;
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
    const isOver = (): boolean => this.stopping || !isRunning() || isStale();
    try {
      for (const message of batch.messages) {
        if (isOver()) return;
        if ((await this.take(message, this.positionOf(payload, message), isOver)) === 'stopped') return;
        resolveOffset(message.offset);
        await payload.commitOffsetsIfNecessary();
        await heartbeat();
      }
    } finally {
      clearInterval(beat);
    }
  }

  private async take(message: KafkaMessage, at: Position, isStopping: () => boolean): Promise<Delivery> {
    const onRetry = (fault: unknown, attempt: number): void => {
      this.parts.log.warn(
        { group: this.options.group, ...at, key: undefined, attempt, err: fault },
        'an event is tried again',
      );
    };
    const patience = { isStopping, pause: (ms: number) => this.pause(ms), onRetry };
    const delivery = await deliver(message.value, at, this.options, patience);
    if (typeof delivery === 'object') await this.putAside(message, at, delivery.poison);
    return delivery;
  }

  private async putAside(message: KafkaMessage, at: Position, reason: string): Promise<void> {
    const poison = poisonAt(at, this.options.group, reason);
    await this.parts.publisher.send([{ topic: deadLettersOf(at.topic), message: deadLetter(poison, message.value) }]);
    this.parts.log.error(
      { group: poison.group, topic: at.topic, partition: at.partition, offset: at.offset, reason },
      'an event was put aside',
    );
    this.options.onPoison?.(poison);
  }

  private positionOf({ batch }: EachBatchPayload, message: KafkaMessage): Position {
    const key = message.key?.toString('utf8') ?? '';
    return { topic: this.parts.names.short(batch.topic), partition: batch.partition, offset: message.offset, key };
  }

  /** Ends early when the consumption stops. */
  private async pause(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { signal: this.stopSignal.signal }).catch(() => undefined);
  }
}
