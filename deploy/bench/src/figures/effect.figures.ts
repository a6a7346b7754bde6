import { Kafka, logLevel } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import type { BenchGround } from '../bench.ground.ts';
import type { BenchRun } from '../bench.options.ts';
import { register } from '../complaint.acts.ts';
import { median, type Figure } from '../figure.ts';
import { inTurns } from '../in.turns.ts';

const PATIENCE_MS = 30_000;
const LOOK_MS = 2;

/** How long after its receipt a complaint stands in the figures, against a bare record through the same broker. */
export async function effectFigures(ground: BenchGround, run: BenchRun): Promise<Figure[]> {
  const { size } = run;
  const bare = await BareTopic.open(ground);
  const rounds = await inTurns(run, {
    called: ['a bare record', 'a complaint in the figures'],
    unit: 'ms',
    floor: () => medianOf(size.samples, () => bare.roundTrip()),
    value: () => medianOf(size.samples, () => effect(ground)),
  }).finally(() => bare.close());
  return [
    {
      name: 'From the commit to the figures, p50',
      unit: 'ms',
      against: 'bare produce and consume',
      rounds,
      target: { sense: 'at most', bound: 3 },
      n: size.samples * rounds.length,
    },
  ];
}

async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let n = 0; n < times; n += 1) measured.push(await measure());
  return median(measured);
}

async function effect(ground: BenchGround): Promise<number> {
  const { id } = await register(ground);
  const from = performance.now();
  while (performance.now() - from < PATIENCE_MS) {
    const found = await ground.session.database.query('SELECT 1 FROM analytics.complaints WHERE id = $1', [id]);
    if (found.length > 0) return performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`the complaint ${id} never came into the figures`);
}

/** A topic of the bench's own with one producer and one consumer, and nothing between. */
class BareTopic {
  private readonly waiting = new Map<string, () => void>();

  private constructor(
    private readonly topic: string,
    private readonly kafka: Kafka,
    private readonly producer = kafka.producer(),
    private readonly consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` }),
  ) {}

  static async open(ground: BenchGround): Promise<BareTopic> {
    const { brokers, topicPrefix } = ground.ground.story.kafka;
    const kafka = new Kafka({ brokers: [...brokers], clientId: 'bench', logLevel: logLevel.NOTHING });
    const bare = new BareTopic(`${topicPrefix}bench`, kafka);
    await bare.begin();
    return bare;
  }

  private async begin(): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: this.topic, numPartitions: 1 }] });
    await admin.disconnect();
    await this.producer.connect();
    await this.consumer.connect();
    await this.consumer.subscribe({ topic: this.topic, fromBeginning: true });
    await this.consumer.run({
      eachMessage: async ({ message }) => this.waiting.get(message.value?.toString() ?? '')?.(),
    });
    await this.roundTrip();
  }

  /** Milliseconds from sending a record until it is received. */
  async roundTrip(): Promise<number> {
    const value = randomUUID();
    const received = new Promise<void>((resolve) => this.waiting.set(value, resolve));
    const from = performance.now();
    await this.producer.send({ topic: this.topic, acks: -1, messages: [{ key: value, value }] });
    await received;
    this.waiting.delete(value);
    return performance.now() - from;
  }

  async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.producer.disconnect();
  }
}
