import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflows } from '@redress/temporal/node';
import { DeterminismViolationError } from '@temporalio/workflow';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { RecordedHistories } from './recorded.histories.ts';
import { WORKFLOWS_PATH } from './workflows.path.ts';

const histories = new RecordedHistories('improvement-action');

const BUNDLED_AND_REPLAYED_WITHIN_MS = 120_000;

// What a planted edit makes the SDK say is not for the reader of the tests.
Runtime.install({
  logger: new DefaultLogger('ERROR', () => {}),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
});
let code: string;
let replayed: Map<string, Error | null>;
beforeAll(async () => {
  ({ code } = await bundleWorkflows(WORKFLOWS_PATH));
  replayed = await histories.replay(code);
}, BUNDLED_AND_REPLAYED_WITHIN_MS);

describe('actions that were lived', () => {
  it('are recorded', () => {
    expect(histories.names.length).toBeGreaterThanOrEqual(2);
  });

  it.each(histories.names)('replay on the process as it is now: %s', (name) => {
    expect(replayed.get(name)).toBeNull();
  });

  it('do not replay on a process that sleeps before it asks', async () => {
    const own = code.slice(code.indexOf('async function improvementAction'));
    const condition = /\(0, ?([\w$]+)\.condition\)/.exec(own)?.[1];
    const edited = code.replace(
      /const reply = await ask\(start\);/,
      (text) => `await (0,${condition}.condition)(() => false, 1); ${text}`,
    );
    expect(edited).not.toBe(code);
    const [first = ''] = histories.names;
    const found = await histories.replay(edited, [first]);
    expect(found.get(first)).toBeInstanceOf(DeterminismViolationError);
  });

  it.each(histories.names)(
    'keep their history short: twelve events for each time that the table was asked: %s',
    (name) => {
      const { events } = histories.read(name);
      const asked = events.filter(({ eventType }) => eventType === 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED').length;
      expect(events.length).toBeLessThanOrEqual(10 + 12 * asked);
    },
  );
});
