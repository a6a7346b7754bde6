import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflows, dataConverter } from '@redress/temporal/node';
import { DeterminismViolationError } from '@temporalio/workflow';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { WORKFLOWS_PATH } from './workflows.path.ts';

const HISTORIES = join(import.meta.dirname, '../../improvement-action/histories');
const names = readdirSync(HISTORIES).filter((name) => name.endsWith('.json'));

interface RecordedHistory {
  readonly events: readonly { readonly eventType: string }[];
}
const historyOf = (name: string): RecordedHistory =>
  JSON.parse(readFileSync(join(HISTORIES, name), 'utf8')) as RecordedHistory;

Runtime.install({ logger: new DefaultLogger('ERROR', () => {}) });
let code: string;
beforeAll(async () => {
  ({ code } = await bundleWorkflows(WORKFLOWS_PATH));
});

function replay(bundled: string, name: string): Promise<void> {
  const options = { workflowBundle: { code: bundled }, dataConverter: dataConverter(null) };
  return Worker.runReplayHistory(options, historyOf(name));
}

describe('actions that were lived', () => {
  it('are recorded', () => {
    expect(names.length).toBeGreaterThanOrEqual(2);
  });

  it.each(names)('replay on the process as it is now: %s', async (name) => {
    await replay(code, name);
  });

  it('do not replay on a process that sleeps before it asks', async () => {
    const own = code.slice(code.indexOf('async function improvementAction'));
    const condition = /\(0, ?([\w$]+)\.condition\)/.exec(own)?.[1];
    const edited = code.replace(
      /const reply = await ask\(start\);/,
      (text) => `await (0,${condition}.condition)(() => false, 1); ${text}`,
    );
    expect(edited).not.toBe(code);
    await expect(replay(edited, names[0] as string)).rejects.toThrow(DeterminismViolationError);
  });

  it.each(names)('keep their history short: twelve events for each time that the table was asked: %s', (name) => {
    const { events } = historyOf(name);
    const asked = events.filter(({ eventType }) => eventType === 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED').length;
    expect(events.length).toBeLessThanOrEqual(10 + 12 * asked);
  });
});
