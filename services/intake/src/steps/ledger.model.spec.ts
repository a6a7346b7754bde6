import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anAct, LONGEST, PACK } from './ledger.model.fixture.ts';
import { LedgerOfOne } from './ledger.of.one.fixture.ts';
import { Watch } from './ledger.watch.fixture.ts';

const SEQUENCES = Number(process.env['REDRESS_MODEL_SEQUENCES'] ?? 2_000);
const SEED = Number(process.env['REDRESS_MODEL_SEED'] ?? randomInt(2 ** 31));

describe('the ledger against a watch', () => {
  it(`fires every rung once, at its minute and in order, whatever happens on the way (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 1, maxLength: 16 }), (acts) => {
        const [ledger, watch] = [new LedgerOfOne(), new Watch()];
        for (const act of [...acts, { does: 'pass', minutes: LONGEST / 2 } as const]) {
          ledger.take(act);
          watch.take(act);
          expect(ledger.read()).toEqual(watch.read());
        }
        const instants = ledger.fired.map(({ at }) => at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        if (ledger.read().verdict === null) expect(ledger.fired).toHaveLength(PACK.ladder.length);
      }),
      { numRuns: SEQUENCES, seed: SEED },
    );
  });
});
