import { describe, expect, it } from '@jest/globals';
import { Metrics, type Reading } from './metrics.ts';

describe('a figure that is read when it is asked for', () => {
  it.each<[string, readonly string[], Reading]>([
    ['without labels', [], { value: 7 }],
    ['with a label', ['queue'], { labels: { queue: 'fact' }, value: 7 }],
  ])('%s is shown as it is now, and not at all while it cannot be read', async (_, labels, reading) => {
    const metrics = new Metrics('kit');
    let isAway = false;
    const read = async () => {
      if (isAway) throw new Error('away');
      return [reading];
    };
    metrics.show({ name: 'redress_sample', help: 'a sample', labels, read });
    const shown = async () =>
      (await metrics.registry.metrics()).split('\n').filter((one) => one.startsWith('redress_sample'));
    expect(await shown()).toEqual([expect.stringMatching(/ 7$/)]);
    isAway = true;
    expect(await shown()).toEqual([]);
  });

  it('shows the lag of each consumer', async () => {
    const metrics = new Metrics('kit');
    metrics.showLag('one', async () => 1);
    metrics.showLag('two', async () => 0);
    expect(await metrics.registry.metrics()).toMatch(/consumer="one".* 1\n.*consumer="two".* 0\n/);
  });
});
