import { afterAll, beforeAll } from '@jest/globals';
import { testEngines } from '../story.installation.ts';
import { describeKills } from './kill.suite.ts';
import { describeOutage } from './outage.suite.ts';
import { resilienceGround, say, type ResilienceGround } from './resilience.ground.ts';

const MINUTES = 60_000;

let own: ResilienceGround;
/** The engines of the tests are killed too: this comes last, when nobody else uses them. */
beforeAll(async () => {
  const environment = { REDRESS_SWEEP_SECONDS: '1' };
  own = await resilienceGround(await testEngines(say), { name: 'resilience', split: true, environment });
}, 10 * MINUTES);
afterAll(() => own?.close(), 2 * MINUTES);

// One installation, a process a role, is broken twice: it must come out of the first as good as new.
const story = describeOutage(() => own);
describeKills(
  () => own,
  () => story().ids,
);
