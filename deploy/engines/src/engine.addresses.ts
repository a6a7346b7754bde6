import { EngineError } from './engine.error.ts';
import type { EngineAddresses } from './engine.types.ts';
import { probeKafka } from './kafka.engine.ts';
import { probePostgres } from './postgres.engine.ts';
import { probeTemporal } from './temporal.engine.ts';

/** The engines named in the environment; these are used as they are and never started or stopped. */
export function givenAddresses(environment: NodeJS.ProcessEnv): Partial<EngineAddresses> {
  const postgresUrl = environment['REDRESS_POSTGRES_URL'];
  const temporalAddress = environment['REDRESS_TEMPORAL_ADDRESS'];
  const kafkaBrokers = environment['REDRESS_KAFKA_BROKERS']?.split(',').map((broker) => broker.trim());
  return {
    ...(postgresUrl ? { postgresUrl } : {}),
    ...(temporalAddress ? { temporalAddress } : {}),
    ...(kafkaBrokers?.[0] ? { kafkaBrokers } : {}),
  };
}

/** Throws one sentence when an engine named in the environment does not answer. */
export async function requireGiven(given: Partial<EngineAddresses>): Promise<void> {
  const { postgresUrl, temporalAddress, kafkaBrokers } = given;
  if (postgresUrl) await require('PostgreSQL', 'REDRESS_POSTGRES_URL', () => probePostgres(postgresUrl));
  if (temporalAddress) await require('Temporal', 'REDRESS_TEMPORAL_ADDRESS', () => probeTemporal(temporalAddress));
  if (kafkaBrokers) await require('Kafka', 'REDRESS_KAFKA_BROKERS', () => probeKafka(kafkaBrokers));
}

async function require(title: string, variable: string, probe: () => Promise<void>): Promise<void> {
  await probe().catch((error: Error) => {
    throw new EngineError(
      `${title} does not answer at the address in ${variable} (${error.message}): start it, correct the variable, or unset it to have one started here.`,
    );
  });
}
