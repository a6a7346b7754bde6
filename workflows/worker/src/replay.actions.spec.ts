import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflows } from '@redress/temporal/node';
import { DeterminismViolationError } from '@temporalio/workflow';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { RecordedHistories } from './recorded.histories.ts';
import { WORKFLOWS_PATH } from './workflows.path.ts';

const histories = new RecordedHistories('improvement-action');

Runtime.install({ logger: new DefaultLogger('ERROR', () => {}) });
let code: string;
beforeAll(async () => {
  ({ code } = await bundleWorkflows(WORKFLOWS_PATH));
});

describe('actions that were lived', () => {
  it('are recorded', () => {
    expect(histories.names.length).toBeGreaterThanOrEqual(2);
  });

  it.each(histories.names)('replay on the process as it is now: %s', async (name) => {
    await histories.replay(code, name);
  });

  it('do not replay on a process that sleeps before it asks', async () => {
    const own = code.slice(code.indexOf('async function improvementAction'));
    const condition = /\(0, ?([\w$]+)\.condition\)/.exec(own)?.[1];
    const edited = code.replace(
      /const reply = await ask\(start\);/,
      (text) => `await (0,${condition}.condition)(() => false, 1); ${text}`,
    );
    expect(edited).not.toBe(code);
    await expect(histories.replay(edited, histories.names[0] as string)).rejects.toThrow(DeterminismViolationError);
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
