import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflows } from '@redress/temporal/node';
import { DeterminismViolationError } from '@temporalio/workflow';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { eventsAllowed, eventsOf } from './history.budget.ts';
import { RecordedHistories } from './recorded.histories.ts';
import { WORKFLOWS_PATH } from './workflows.path.ts';

const histories = new RecordedHistories('complaint');

Runtime.install({ logger: new DefaultLogger('ERROR', () => {}) });
let code: string;
beforeAll(async () => {
  ({ code } = await bundleWorkflows(WORKFLOWS_PATH));
});

describe('lives that were lived', () => {
  it('are recorded for every storyline', () => {
    expect(histories.names.length).toBeGreaterThanOrEqual(6);
  });

  it.each(histories.names)('replay on the process as it is now: %s', async (name) => {
    await histories.replay(code, name);
  });

  it('do not replay on a process that does something else first', async () => {
    const call = /\(0, ?([\w$]+)\.condition\)/.exec(code);
    const edited = code.replace(
      /receiveMessages\)\(life\);/,
      (text) => `${text} await (0,${call?.[1]}.condition)(() => false, 1);`,
    );
    expect(edited).not.toBe(code);
    await expect(histories.replay(edited, histories.names[0] as string)).rejects.toThrow(DeterminismViolationError);
  });

  it.each(histories.names)('keep their history within the budget: %s', (name) => {
    const history = histories.read(name);
    expect(eventsOf(history)).toBeLessThanOrEqual(eventsAllowed(history));
  });
});

describe('the bundle', () => {
  it('is made of the sources of the rules, not of an old build', () => {
    expect(code).toContain('libs/policy/src/gates/gate.ts');
    expect(code).not.toContain('libs/policy/dist');
  });

  it('holds no schema library', () => {
    expect(code).not.toContain('node_modules/zod');
  });
});
