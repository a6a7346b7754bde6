import { readRecord } from './engine.record.ts';
import type { EngineName, EngineOptions, EnginePorts } from './engine.types.ts';
import { KAFKA_PORT_SPAN } from './kafka.engine.ts';
import { isPortFree, pickFreePort } from './port.ts';
import { isAlive } from './process.identity.ts';
import { TEMPORAL_PORT_SPAN } from './temporal.config.ts';

/** Where people find the engines of `npm start`. */
export const NORMAL_PORTS: EnginePorts = { postgres: 5532, temporal: 7333, kafka: 9192 };

const SPANS: EnginePorts = { postgres: 1, temporal: TEMPORAL_PORT_SPAN, kafka: KAFKA_PORT_SPAN };

/** A living engine's own port; else the one asked for; else the default, or in tests the last one used or a free one. */
export async function enginePort(name: EngineName, options: EngineOptions): Promise<number> {
  const record = readRecord(options.dataDir, name);
  if (record && isAlive(record)) return record.port;
  const asked = options.ports?.[name];
  if (asked !== undefined) return asked;
  if (options.profile === 'normal') return NORMAL_PORTS[name];
  if (record && (await areFree(record.port, SPANS[name]))) return record.port;
  return pickFreePort(SPANS[name]);
}

async function areFree(first: number, span: number): Promise<boolean> {
  const ports = Array.from({ length: span }, (_, index) => first + index);
  return (await Promise.all(ports.map((port) => isPortFree(port)))).every(Boolean);
}
