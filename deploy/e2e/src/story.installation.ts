import { join } from 'node:path';
import { startEngines, type RunningEngines } from '@redress/engines';
import {
  DATA_FOLDER,
  ENGINES_FOLDER,
  removeInstallation,
  startInstallation,
  type Installation,
  type ServiceName,
} from '@redress/launch';
import type { StoryInstallation } from '@redress/scenario';

/** What a story runs on: engines, and an installation of its own with a clock that the runner moves or paces. */
export interface StoryGround {
  readonly story: StoryInstallation;
  readonly installation: Installation;
  readonly engines: RunningEngines;
  /** Stops the installation and takes its data away. */
  clear(): Promise<void>;
}

export interface GroundOptions {
  readonly name: string;
  readonly startsAt: string;
  /** Default `stepped`. */
  readonly clock?: 'stepped' | 'rate' | 'system';
  readonly split?: boolean;
  /** Default all. */
  readonly services?: readonly ServiceName[];
  readonly environment?: Record<string, string>;
  readonly say: (line: string) => void;
}

/** An installation of this name lives as in production: a run ends when Temporal would suggest it by itself. */
export const PLAIN_GROUND = 'plain';
/** Long lives are made of many runs: elsewhere in the tests a run ends after so many events. */
const SHORT_RUNS = {
  // Else the server lets a run that was shorter than a second wait for the rest of it before the next one begins.
  'history.workflowIdReuseMinimalInterval': '0s',
  'limit.historyCount.suggestContinueAsNew': [
    { value: 30 },
    { value: 4_096, constraints: { namespace: `redress-${PLAIN_GROUND}` } },
  ],
};

/** The script asks more often than people do. */
const UNHURRIED = { REDRESS_RATE_PER_MINUTE: '1000000' };

/** Engines of the profile `test` under `.redress/`, shared by everybody who asks; processes continue as new early. */
export function testEngines(say: (line: string) => void): Promise<RunningEngines> {
  const dataDir = join(DATA_FOLDER, 'test-engines');
  return startEngines({ dataDir, profile: 'test', onProgress: say, temporalSettings: SHORT_RUNS });
}

/** The same engines as `npm start`. */
export function normalEngines(say: (line: string) => void): Promise<RunningEngines> {
  return startEngines({ dataDir: ENGINES_FOLDER, profile: 'normal', onProgress: say });
}

export async function prepareGround(engines: RunningEngines, options: GroundOptions): Promise<StoryGround> {
  const dir = join(DATA_FOLDER, options.name);
  const installation = await startInstallation({
    name: options.name,
    dir,
    engines: engines.addresses,
    clock: options.clock ?? 'stepped',
    clockStartsAt: options.startsAt,
    profile: 'test',
    split: options.split ?? false,
    ...(options.services && { services: options.services }),
    environment: { ...UNHURRIED, LOG_LEVEL: 'info', ...options.environment },
    onProgress: options.say,
  });
  return {
    story: storyOf(installation),
    installation,
    engines,
    clear: async () => {
      await installation.stop();
      await removeInstallation(options.name, engines.addresses, dir);
    },
  };
}

function storyOf({ urls, env }: Installation): StoryInstallation {
  const value = (name: string) => env[name] ?? '';
  return {
    urls,
    databaseUrl: value('REDRESS_DATABASE_URL'),
    temporal: {
      address: value('REDRESS_TEMPORAL_ADDRESS'),
      namespace: value('REDRESS_TEMPORAL_NAMESPACE'),
      payloadKey: Buffer.from(value('REDRESS_PAYLOAD_KEY'), 'base64'),
    },
    kafka: { brokers: value('REDRESS_KAFKA_BROKERS').split(','), topicPrefix: value('REDRESS_TOPIC_PREFIX') },
  };
}
