import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { Kafka, logLevel } from 'kafkajs';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { identify, removeEngineData, startEngines } from './index.ts';
import type { EngineName, RunningEngines } from './index.ts';

const FIRST_START_MS = 30 * 60_000;
const dataDir = join(mkdtempSync(join(tmpdir(), 'redress-engines-')), 'engines');
const start = (): Promise<RunningEngines> =>
  startEngines({
    dataDir,
    profile: 'test',
    onProgress: (line) => process.stderr.write(`${line}\n`),
    temporalSettings: { 'limit.historyCount.suggestContinueAsNew': 50 },
  });

async function sql(engines: RunningEngines, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: engines.addresses.postgresUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function temporalState(engines: RunningEngines): Promise<unknown> {
  const connection = await Connection.connect({ address: engines.addresses.temporalAddress });
  try {
    const found = await connection.workflowService.describeNamespace({ namespace: 'temporal-system' });
    return found.namespaceInfo?.name;
  } finally {
    await connection.close();
  }
}

async function storedValues(engines: RunningEngines, published?: string): Promise<string[]> {
  const kafka = new Kafka({ brokers: engines.addresses.kafkaBrokers, logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'probe', numPartitions: 1 }], waitForLeaders: true });
  if (published !== undefined) {
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic: 'probe', messages: [{ value: published }] });
    await producer.disconnect();
  }
  const expected = Number((await admin.fetchTopicOffsets('probe'))[0]?.high);
  await admin.disconnect();
  return readAll(kafka, expected);
}

async function readAll(kafka: Kafka, expected: number): Promise<string[]> {
  const values: string[] = [];
  const consumer = kafka.consumer({ groupId: `reader-${Math.random()}` });
  await consumer.connect();
  await consumer.subscribe({ topic: 'probe', fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachMessage = ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
      values.push(message.value?.toString() ?? '');
      if (values.length >= expected) resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return values;
}

describe('the engines of this machine', () => {
  let engines: RunningEngines;
  const pidOf = (name: EngineName): number => engines.processes.find((one) => one.name === name)?.pid ?? 0;

  beforeAll(async () => {
    engines = await start();
  }, FIRST_START_MS);

  afterAll(async () => {
    await engines?.stop();
    removeEngineData(dataDir);
  }, 60_000);

  it('answer queries, describe a namespace, store and fetch records', async () => {
    await sql(engines, 'create table kept (word text)');
    await sql(engines, `insert into kept values ('kept')`);
    expect(await sql(engines, 'select word from kept')).toEqual([{ word: 'kept' }]);
    expect(await temporalState(engines)).toBe('temporal-system');
    expect(await storedValues(engines, 'first')).toEqual(['first']);
  });

  it('are of the version and encoding Redress is made for', async () => {
    expect(await sql(engines, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await sql(engines, `select version() like 'PostgreSQL 18.%' as right_version`)).toEqual([
      { right_version: true },
    ]);
  });

  it('are shared by a second start, and outlive the first leaver', async () => {
    const second = await start();
    expect(second.addresses).toEqual(engines.addresses);
    expect(second.processes).toEqual(engines.processes);
    await second.stop();
    expect(engines.dead()).toEqual([]);
  });

  it.each<EngineName>(['postgres', 'temporal', 'kafka'])(
    '%s comes back with its data after kill -9',
    async (name) => {
      const before = pidOf(name);
      await engines.kill(name, 'SIGKILL');
      expect(identify(before)).toBeUndefined();
      expect(engines.dead()).toEqual([name]);
      await engines.restart(name);
      expect(engines.dead()).toEqual([]);
      expect(pidOf(name)).not.toBe(before);
      expect(await sql(engines, 'select word from kept')).toEqual([{ word: 'kept' }]);
      expect(await temporalState(engines)).toBe('temporal-system');
      expect(await storedValues(engines)).toEqual(['first']);
    },
    120_000,
  );

  it('are started anew when all were killed and nobody stopped them', async () => {
    for (const { name } of engines.processes) await engines.kill(name, 'SIGKILL');
    const again = await start();
    expect(again.addresses).toEqual(engines.addresses);
    expect(await sql(again, 'select word from kept')).toEqual([{ word: 'kept' }]);
    await again.stop();
    expect(engines.dead()).toEqual([]);
  }, 120_000);

  it('say whose port is taken', async () => {
    const taken = Number(engines.addresses.kafkaBrokers[0]?.split(':')[1]);
    const other = mkdtempSync(join(tmpdir(), 'redress-engines-'));
    const started = startEngines({
      dataDir: join(other, 'engines'),
      profile: 'test',
      onProgress: () => undefined,
      ports: { kafka: taken },
    });
    await expect(started).rejects.toThrow(`Port ${taken}, wanted for Kafka, is in use by another program`);
    removeEngineData(join(other, 'engines'));
  }, 120_000);

  it('leave nothing behind', async () => {
    const pids = engines.processes.map(({ pid }) => pid);
    await engines.stop();
    expect(pids.map((pid) => identify(pid))).toEqual([undefined, undefined, undefined]);
    removeEngineData(dataDir);
    expect(existsSync(dataDir)).toBe(false);
  }, 60_000);
});
