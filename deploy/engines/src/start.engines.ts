import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataUsers } from './data.users.ts';
import { givenAddresses, requireGiven } from './engine.addresses.ts';
import { EngineError, explainFileError } from './engine.error.ts';
import { enginePort } from './engine.ports.ts';
import { EngineRunner } from './engine.runner.ts';
import type { Engine } from './engine.ts';
import type { EngineAddresses, EngineName, EngineOptions, RunningEngines } from './engine.types.ts';
import { withFileLock } from './file.lock.ts';
import { kafkaEngine } from './kafka.engine.ts';
import { LOOPBACK } from './port.ts';
import { postgresEngine } from './postgres.engine.ts';
import { temporalEngine, temporalStore, writeDynamicConfig } from './temporal.engine.ts';

interface EngineSet {
  addresses: EngineAddresses;
  runners: Partial<Record<EngineName, EngineRunner>>;
}

/**
 * Makes PostgreSQL, Temporal and Kafka answer: those of the environment, those already running for this data folder,
 * or new ones, got first when missing. Several programs may share a data folder; the last one to leave stops the engines.
 * Throws an EngineError, one sentence with what to do, and then leaves nothing behind that it started alone.
 */
export async function startEngines(options: EngineOptions): Promise<RunningEngines> {
  const failure = new AbortController();
  const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])]);
  const own = { ...options, dataDir: resolve(options.dataDir), signal };
  const users = new DataUsers(own.dataDir);
  try {
    return await locked(own, async () => {
      const engines = await describe(own);
      await users.join();
      await startAll(engines.runners, own, failure).catch(async (error: unknown) => {
        await leave(engines.runners, users);
        throw error;
      });
      return handle(engines, users, own);
    });
  } catch (error) {
    throw explainFileError(error);
  }
}

/** Stops what runs for this data folder though no program uses it. True when nothing runs any more. */
export async function stopUnusedEngines(dataDir: string): Promise<boolean> {
  const options: EngineOptions = { dataDir: resolve(dataDir), profile: 'normal', onProgress: () => undefined };
  if (!existsSync(options.dataDir)) return true;
  return locked(options, async () => {
    if ((await new DataUsers(options.dataDir).living()).length > 0) return false;
    await stopAll((await describe({ ...options, environment: {} })).runners);
    return true;
  });
}

async function describe(options: EngineOptions): Promise<EngineSet> {
  const given = givenAddresses(options.environment ?? process.env);
  await requireGiven(given);
  const postgres = given.postgresUrl ? undefined : postgresEngine(await enginePort('postgres', options), options);
  const postgresUrl = given.postgresUrl ?? postgres?.url ?? '';
  const temporalPort = await enginePort('temporal', options);
  const store = temporalStore(postgresUrl, options.dataDir, postgres !== undefined);
  const temporal = given.temporalAddress ? undefined : temporalEngine(temporalPort, store, options);
  const kafka = given.kafkaBrokers ? undefined : kafkaEngine(await enginePort('kafka', options), options);
  return {
    addresses: {
      postgresUrl,
      temporalAddress: given.temporalAddress ?? `${LOOPBACK}:${temporalPort}`,
      kafkaBrokers: given.kafkaBrokers ?? [`${LOOPBACK}:${kafka?.port ?? 0}`],
    },
    runners: runnersOf([postgres, temporal, kafka], options),
  };
}

function runnersOf(engines: (Engine | undefined)[], options: EngineOptions): EngineSet['runners'] {
  const present = engines.filter((engine): engine is Engine => engine !== undefined);
  return Object.fromEntries(present.map((engine) => [engine.name, new EngineRunner(engine, options)]));
}

/** Kafka beside PostgreSQL; Temporal needs PostgreSQL. The first failure ends the other half, and is what is thrown. */
async function startAll(
  runners: EngineSet['runners'],
  options: EngineOptions,
  failure: AbortController,
): Promise<void> {
  if (options.temporalSettings) await writeDynamicConfig(options);
  let first: unknown;
  const failed = (error: unknown): void => {
    if (!failure.signal.aborted) first = error;
    failure.abort();
  };
  const temporalChain = async (): Promise<void> => {
    await runners.postgres?.start();
    await runners.temporal?.start();
  };
  await Promise.all([temporalChain().catch(failed), runners.kafka?.start().catch(failed)]);
  if (failure.signal.aborted) throw first;
}

/** Temporal first: it complains loudly about a database that goes away. */
async function stopAll(runners: EngineSet['runners']): Promise<void> {
  await Promise.all([runners.temporal?.stop(), runners.kafka?.stop()]);
  await runners.postgres?.stop();
}

async function leave(runners: EngineSet['runners'], users: DataUsers): Promise<void> {
  if (await users.leave()) await stopAll(runners);
}

function handle(engines: EngineSet, users: DataUsers, options: EngineOptions): RunningEngines {
  const { addresses, runners } = engines;
  const all = Object.values(runners);
  const runner = (name: EngineName): EngineRunner => {
    const found = runners[name];
    if (!found) throw new EngineError(`${name} was given by the environment: it cannot be killed or restarted here.`);
    return found;
  };
  let stopped: Promise<void> | undefined;
  return {
    addresses,
    get processes() {
      return all.flatMap(({ engine, living, log }) =>
        living ? [{ name: engine.name, pid: living.pid, logFile: log.file }] : [],
      );
    },
    dead: () => all.filter(({ living }) => !living).map(({ engine }) => engine.name),
    // Without the signal of the start: an interrupted program still leaves in order.
    stop: () => (stopped ??= locked({ ...options, signal: undefined }, () => leave(runners, users))),
    kill: (name, signal) => runner(name).kill(signal),
    restart: async (name) => {
      await runner(name).stop();
      await runner(name).start();
    },
  };
}

function locked<T>(options: EngineOptions, work: () => Promise<T>): Promise<T> {
  const onWait = (pid: number): void => options.onProgress(`process ${pid} is starting the engines, waiting for it`);
  return withFileLock(join(options.dataDir, 'engines.lock'), work, { onWait, signal: options.signal });
}
