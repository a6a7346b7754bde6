import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { bundleWorkflows, dataConverter } from '@redress/temporal/node';
import { DeterminismViolationError } from '@temporalio/workflow';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { eventsAllowed, eventsOf, type RecordedHistory } from './history.budget.ts';
import { WORKFLOWS_PATH } from './workflows.path.ts';

const HISTORIES = join(import.meta.dirname, '../../complaint/histories');
const names = readdirSync(HISTORIES).filter((name) => name.endsWith('.json'));
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

describe('lives that were lived', () => {
  it('are recorded for every storyline', () => {
    expect(names.length).toBeGreaterThanOrEqual(6);
  });

  it.each(names)('replay on the process as it is now: %s', async (name) => {
    await replay(code, name);
  });

  it('do not replay on a process that does something else first', async () => {
    const call = /\(0, ?([\w$]+)\.condition\)/.exec(code);
    const edited = code.replace(
      /receiveMessages\)\(life\);/,
      (text) => `${text} await (0,${call?.[1]}.condition)(() => false, 1);`,
    );
    expect(edited).not.toBe(code);
    await expect(replay(edited, names[0] as string)).rejects.toThrow(DeterminismViolationError);
  });

  it.each(names)('keep their history within the budget: %s', (name) => {
    const history = historyOf(name);
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
