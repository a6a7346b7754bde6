import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflows } from '@redress/temporal/node';
import { DeterminismViolationError } from '@temporalio/workflow';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { eventsAllowed, eventsOf } from './history.budget.ts';
import { RecordedHistories } from './recorded.histories.ts';
import { WORKFLOWS_PATH } from './workflows.path.ts';

const histories = new RecordedHistories('complaint');

const STORIES_FOLDER = join(import.meta.dirname, '../../../libs/scenario/stories');
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

/** `levels.handled-in-time.yaml` for each story: the histories bear the same names. */
function storiesTold(): string[] {
  const files = readdirSync(STORIES_FOLDER, { recursive: true, encoding: 'utf8' });
  const stories = files.filter((file) => file.endsWith('.yaml') && !file.endsWith('pack.yaml'));
  return stories.map((file) => file.replaceAll(/[\\/]/g, '.')).sort();
}

describe('lives that were lived', () => {
  it('are recorded for every story', () => {
    expect(histories.names.map((name) => name.replace(/json$/, 'yaml')).sort()).toEqual(storiesTold());
  });

  it.each(histories.names)('replay on the process as it is now: %s', (name) => {
    expect(replayed.get(name)).toBeNull();
  });

  it('do not replay on a process that does something else first', async () => {
    const call = /\(0, ?([\w$]+)\.condition\)/.exec(code);
    const edited = code.replace(
      /receiveMessages\)\(life\);/,
      (text) => `${text} await (0,${call?.[1]}.condition)(() => false, 1);`,
    );
    expect(edited).not.toBe(code);
    const found = await histories.replay(edited);
    expect(found.size).toBe(histories.names.length);
    for (const fault of found.values()) expect(fault).toBeInstanceOf(DeterminismViolationError);
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
