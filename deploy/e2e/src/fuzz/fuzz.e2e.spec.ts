import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Person } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { fuzz, schemathesis, type Fuzzed } from './schemathesis.ts';

const MINUTES = 60_000;
const FEWEST_CASES = 2_000;
const EXAMPLES_EACH = 2;
const HIGHEST_SEED = 2 ** 31;

/** Who may do most, so that most is tried behind the door; the one who changes the organisation comes last. */
const WHO = { intake: 'wei.liu', analytics: 'wei.liu', improvement: 'wei.liu', staffing: 'alex.stone' } as const;
const SERVICES = Object.keys(WHO) as (keyof typeof WHO)[];

describe('whatever is sent', () => {
  const ground = storyGround();
  const seed = Number(process.env['REDRESS_FUZZ_SEED'] ?? randomInt(HIGHEST_SEED));
  const fuzzed = new Map<string, Fuzzed>();
  let python: string;

  beforeAll(async () => void (python = await schemathesis(() => {})), 5 * MINUTES);

  it.each(SERVICES)(
    '%s answers without a fault of its own',
    async (service) => {
      const who = new Person(ground.urls.staffing, WHO[service], 'redress-demo');
      const authorization = await who.authorization();
      const url = ground.urls[service];
      const result = await fuzz(python, { service, url, authorization, examplesEach: EXAMPLES_EACH, seed });
      fuzzed.set(service, result);
      expect({ seed, faults: result.faults }).toEqual({ seed, faults: [] });
    },
    15 * MINUTES,
  );

  it(`was sent in at least ${FEWEST_CASES} shapes`, () => {
    const cases = [...fuzzed.values()].reduce((all, one) => all + one.cases, 0);
    expect(cases).toBeGreaterThanOrEqual(FEWEST_CASES);
  });
});
