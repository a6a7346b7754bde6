import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { startEngines } from '@redress/engines';
import { DATA_FOLDER } from '@redress/launch';
import { describeKills } from './kill.suite.ts';
import { describeOutage } from './outage.suite.ts';
import { patient } from './patient.time.ts';
import { resilienceGround, say, type ResilienceGround } from './resilience.ground.ts';

const MINUTES = 60_000;
/** Engines of its own: others go on with theirs. */
const ENGINES = { dataDir: join(DATA_FOLDER, 'resilience-engines'), profile: 'test', onProgress: say } as const;

let own: ResilienceGround;
beforeAll(async () => {
  const environment = { REDRESS_SWEEP_SECONDS: '1' };
  const options = { name: 'resilience', split: true, environment };
  own = patient(await resilienceGround(await startEngines(ENGINES), options));
}, 10 * MINUTES);
afterAll(() => own?.close(), 2 * MINUTES);

// One installation, a process a role, is broken twice: it must come out of the first as good as new.
const story = describeOutage(() => own);
describeKills(
  () => own,
  () => story().ids,
);
