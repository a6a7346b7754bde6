import { describe, expect, it } from '@jest/globals';
import { RestingLoop } from './resting.loop.ts';

const FOR_EVER_MS = 2 ** 30;
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** A loop whose turns come to what is said, one after the other; further ones find nothing. */
function loopOf(...turns: readonly (boolean | Error)[]) {
  const seen = { turns: 0, faults: [] as unknown[] };
  const loop = new RestingLoop({
    longestRestMs: FOR_EVER_MS,
    turn: async () => {
      const turn = turns[seen.turns++] ?? false;
      if (turn instanceof Error) throw turn;
      return turn;
    },
    onFault: (fault) => void seen.faults.push(fault),
  });
  return { loop, seen };
}

describe('a loop that rests', () => {
  it('works while there is something to do, and again when it is woken', async () => {
    const { loop, seen } = loopOf(true, true, false, true);
    loop.start();
    await soon();
    expect(seen.turns).toBe(3);
    loop.wake();
    await soon();
    expect(seen.turns).toBe(5);
    await loop.stop();
  });

  it('tells of a fault and rests before the next turn', async () => {
    const fault = new Error('away');
    const { loop, seen } = loopOf(fault, true);
    loop.start();
    await soon();
    expect(seen).toEqual({ turns: 1, faults: [fault] });
    loop.wake();
    await soon();
    expect(seen.turns).toBe(3);
    await loop.stop();
  });

  it('takes no further turn once it is stopped', async () => {
    const { loop, seen } = loopOf();
    loop.start();
    await loop.stop();
    expect([seen.turns, loop.isStopping]).toEqual([1, true]);
    loop.wake();
    await soon();
    expect(seen.turns).toBe(1);
  });
});
