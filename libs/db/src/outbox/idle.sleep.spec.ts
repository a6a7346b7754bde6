import { describe, expect, it } from '@jest/globals';
import { IdleSleep } from './idle.sleep.ts';

const FOR_EVER_MS = 2 ** 30;

describe('the rest of a loop', () => {
  it('ends when it is woken', async () => {
    const idle = new IdleSleep(FOR_EVER_MS);
    const rest = idle.sleep();
    idle.wake();
    await rest;
    expect(idle.isStopped).toBe(false);
  });

  it('does not begin when somebody woke it while it was at work, and begins again afterwards', async () => {
    const idle = new IdleSleep(FOR_EVER_MS);
    idle.wake();
    await idle.sleep();
    let ended = false;
    const rest = idle.sleep().then(() => (ended = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(false);
    idle.wake();
    await rest;
  });

  it('ends by itself', () => new IdleSleep(1).sleep());

  it('ends for good when it is stopped', async () => {
    const idle = new IdleSleep(FOR_EVER_MS);
    const rest = idle.sleep();
    idle.stop();
    await rest;
    await idle.sleep();
    expect(idle.isStopped).toBe(true);
  });
});
