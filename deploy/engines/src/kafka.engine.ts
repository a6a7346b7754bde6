import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { requireSpace } from './cache.ts';
import { runCommand } from './command.ts';
import type { Engine } from './engine.ts';
import type { EngineOptions } from './engine.types.ts';
import { renderKafkaLogging, renderKafkaProperties } from './kafka.config.ts';
import { installKafka } from './kafka.install.ts';
import { LOOPBACK } from './port.ts';
import { requireJava } from './tool.ts';

/** Neighbouring ports a broker needs: clients, controller. */
export const KAFKA_PORT_SPAN = 2;

// The quick compiler alone halves the time and the processor a start takes; one small broker never earns the other back.
const JAVA_OPTIONS = [
  '-Xms96m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
];

/** Kafka of this machine: one KRaft node on loopback. */
export function kafkaEngine(port: number, options: EngineOptions): Engine {
  const folder = join(options.dataDir, 'kafka');
  return {
    name: 'kafka',
    title: 'Kafka',
    port,
    listensOn: [port, port + 1],
    portRemedy: 'choose another one with --kafka-port, or point REDRESS_KAFKA_BROKERS to the Kafka there',
    prepare: async () => {
      const java = requireJava(options.environment ?? process.env);
      const base = [...JAVA_OPTIONS, ...(await configure(folder, port, await installKafka(options)))];
      await format(java, base, folder, port, options);
      return {
        command: java,
        args: [...base, 'kafka.Kafka', join(folder, 'server.properties')],
        cwd: folder,
        env: process.env,
      };
    },
    probe: () => probeKafka([`${LOOPBACK}:${port}`]),
    stopSignals: ['SIGTERM', 'SIGKILL'],
    readyWithinSeconds: 180,
  };
}

/** Rejects while no broker answers. */
export async function probeKafka(brokers: string[]): Promise<void> {
  const retry = { retries: 0 };
  const client = new Kafka({ brokers, retry, connectionTimeout: 3_000, logLevel: logLevel.NOTHING });
  const admin = client.admin({ retry });
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    if (cluster.brokers.length === 0) throw new Error('no broker has joined');
  } finally {
    await admin.disconnect();
  }
}

/** Writes the configuration files; answers the Java options that name them. */
async function configure(folder: string, port: number, lib: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'server.properties'), renderKafkaProperties(port, join(folder, 'data')));
  await writeFile(join(folder, 'log4j2.properties'), renderKafkaLogging());
  return [`-Dlog4j2.configurationFile=${join(folder, 'log4j2.properties')}`, '-cp', join(lib, '*')];
}

/** Formats aside and renames: data are formatted as a whole or not at all. */
async function format(
  java: string,
  base: string[],
  folder: string,
  port: number,
  options: EngineOptions,
): Promise<void> {
  if (existsSync(join(folder, 'data'))) return;
  await requireSpace(folder, 300);
  options.onProgress('Kafka: formatting its storage');
  const aside = join(folder, 'data.new');
  await rm(aside, { recursive: true, force: true });
  const properties = join(folder, 'format.properties');
  await writeFile(properties, renderKafkaProperties(port, aside));
  const clusterId = randomBytes(16).toString('base64url');
  await runCommand(java, [...base, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties], {
    purpose: "Formatting Kafka's storage",
    cwd: folder,
    signal: options.signal,
  });
  await rm(properties);
  await rename(aside, join(folder, 'data'));
}
