import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent, OutboxRow } from '@redress/db';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { z } from 'zod';
import type { Bus, ConsumeOptions, Poison } from './bus.types.ts';
import { createBus } from './kafka.bus.ts';
import { PoisonError } from './poison.error.ts';

const brokers = (process.env['REDRESS_TEST_KAFKA_BROKERS'] ?? '').split(',');
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const TYPE = 'redress.thing.changed.v1';
const schema = z.strictObject({ n: z.number() });

function eventOf(key: string, n: number, change: Partial<CloudEvent> = {}): CloudEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/redress/spec',
    type: TYPE,
    subject: key,
    time: '2026-11-23T08:00:00.000Z',
    datacontenttype: 'application/json',
    sequence: n,
    access: 'open',
    data: { n },
    ...change,
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const givesUpAt = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > givesUpAt) throw new Error('it did not come about');
    await pause(50);
  }
}

describe('the bus on real Kafka', () => {
  let bus: Bus;
  const prefix = `spec-${randomUUID()}.`;
  beforeAll(() => {
    bus = createBus({ brokers, topicPrefix: prefix, clientId: 'spec', log });
  });
  afterAll(() => bus.close());

  /** A topic of its own for each test, and a consumer that notes what it took. */
  async function topicNamed(name: string, compacted = false): Promise<string> {
    await bus.ensureTopics([{ name, partitions: 3, compacted }]);
    return name;
  }
  const schemaOf = (type: string) => (type === TYPE ? schema : undefined);
  const collect = (topic: string, taken: CloudEvent[], more: Partial<ConsumeOptions> = {}) =>
    bus.consume({
      group: `g-${topic}`,
      topics: [topic],
      schemaOf,
      handle: async (event) => void taken.push(event),
      ...more,
    });

  it('gives every event of a key in order, also those from before the consumer came', async () => {
    const topic = await topicNamed('order');
    await bus.ensureTopics([{ name: topic, partitions: 3 }]);
    const keys = ['a', 'b', 'c', 'd'];
    await bus.publish(keys.flatMap((key) => [1, 2, 3].map((n) => ({ topic, key, event: eventOf(key, n) }))));
    const taken: CloudEvent[] = [];
    const consumption = collect(topic, taken);
    await bus.publish(keys.map((key) => ({ topic, key, event: eventOf(key, 4) })));
    await until(() => taken.length === 16);
    keys.forEach((key) =>
      expect(taken.filter(({ subject }) => subject === key).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]),
    );
    expect(consumption.health()).toBeNull();
    await until(async () => (await bus.lag([{ group: 'g-order', topics: [topic] }]))['g-order'] === 0);
    expect(await bus.lag([{ group: 'g-never', topics: [topic] }])).toEqual({ 'g-never': 16 });
  });

  it('goes on after the last event that was taken', async () => {
    const topic = await topicNamed('goes-on');
    const [first, second]: CloudEvent[][] = [[], []];
    await bus.publish([1, 2].map((n) => ({ topic, key: 'a', event: eventOf('a', n) })));
    const before = collect(topic, first ?? []);
    await until(() => first?.length === 2);
    await before.stop();
    await bus.publish([{ topic, key: 'a', event: eventOf('a', 3) }]);
    collect(topic, second ?? []);
    await until(() => second?.length === 1);
    expect(second?.map(({ sequence }) => sequence)).toEqual([3]);
  });

  it('waits for a topic that its producer has not made yet', async () => {
    const taken: CloudEvent[] = [];
    const consumption = collect('later', taken);
    expect(consumption.health()).toBe('nothing-fetched-yet');
    await topicNamed('later');
    await bus.publish([{ topic: 'later', key: 'a', event: eventOf('a', 1) }]);
    await until(() => taken.length === 1);
  });

  it('waits out an outage of the effect without a dead letter', async () => {
    const topic = await topicNamed('outage');
    const taken: CloudEvent[] = [];
    let outages = 4;
    collect(topic, taken, {
      handle: async (event) => {
        if (outages > 0) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED', left: (outages -= 1) });
        taken.push(event);
      },
    });
    await bus.publish([{ topic, key: 'a', event: eventOf('a', 1) }]);
    await until(() => taken.length === 1);
    expect(await bus.readAll(`${topic}.dead-letter`)).toEqual([]);
  });

  it('puts poison aside with its reason, goes on, and gives it again when asked', async () => {
    const topic = await topicNamed('poison');
    await sendRaw(`${prefix}${topic}`, 'not json');
    await sendRaw(`${prefix}${topic}`, '{"specversion":"0.3"}');
    const bad = [
      eventOf('a', 1, { data: { n: 'x' } }),
      eventOf('a', 2),
      eventOf('a', 3),
      eventOf('a', 4, { type: 'redress.other.done.v1' }),
      eventOf('a', 5, { data: { n: 5, later: true } }),
    ];
    await bus.publish(bad.map((event) => ({ topic, key: 'a', event })));
    const [taken, poisons]: [CloudEvent[], Poison[]] = [[], []];
    let healed = false;
    const options: ConsumeOptions = {
      group: 'g-poison',
      topics: [topic],
      schemaOf,
      onPoison: (poison) => void poisons.push(poison),
      handle: async (event) => {
        if (event.sequence === 2 && !healed) throw new PoisonError('no-such-thing');
        if (event.sequence === 3) throw new RangeError('a bug');
        taken.push(event);
      },
    };
    bus.consume(options);
    await until(() => taken.length === 1 && poisons.length === 5);
    expect(taken.map(({ sequence }) => sequence)).toEqual([5]);
    expect(poisons.map(({ reason }) => reason).sort()).toEqual([
      'data-not-valid',
      'handler-failed',
      'no-cloud-event',
      'no-json',
      'no-such-thing',
    ]);
    healed = true;
    expect(await bus.replayDeadLetters(options)).toEqual({ replayed: 1, putAside: 4 });
    expect(taken.map(({ sequence }) => sequence)).toEqual([5, 2]);
    expect(await bus.replayDeadLetters({ ...options, group: 'g-other' })).toEqual({ replayed: 0, putAside: 0 });
    expect(await bus.readAll(`${topic}.dead-letter`)).toHaveLength(9);
  });

  it('reads a compacted topic with its removed keys', async () => {
    const topic = await topicNamed('directory', true);
    await bus.publish([
      { topic, key: 'a', event: eventOf('a', 1) },
      { topic, key: 'b', event: eventOf('b', 1) },
    ]);
    await bus.publish([{ topic, key: 'a', event: null }]);
    const records = await bus.readAll(topic);
    expect(records.filter(({ key }) => key === 'a').map(({ event }) => event?.sequence ?? null)).toEqual([1, null]);
    const gone: string[] = [];
    collect(topic, [], { handleTombstone: async ({ key }) => void gone.push(key) });
    await until(() => gone.length === 1);
    expect(gone).toEqual(['a']);
  });

  it('refuses a fact that can never be sent, and sends the others', async () => {
    const rows = [eventOf('a', 1), eventOf('b', 1, { data: 'x'.repeat(2_000_000) }), { nothing: true }, null].map(
      (body, at): OutboxRow => ({ id: String(at), topic: 'facts', key: `k${at}`, sequence: 1, body, attempts: 0 }),
    );
    const sent = await bus.factSender([{ name: 'facts', partitions: 1 }])(rows);
    const outcomes = Object.fromEntries(sent.map(({ id, outcome, reason }) => [id, reason ?? outcome]));
    expect(outcomes).toEqual({ 0: 'sent', 1: 'too-large', 2: 'no-cloud-event', 3: 'sent' });
  });

  async function sendRaw(topic: string, value: string): Promise<void> {
    const producer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    await producer.send({ topic, messages: [{ key: 'raw', value }] });
    await producer.disconnect();
  }
});
