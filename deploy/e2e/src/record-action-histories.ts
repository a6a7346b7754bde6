import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { plusMs, type Instant } from '@redress/policy';
import { openStorySession, type StorySession } from '@redress/scenario';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Company } from './demo/company.ts';
import { readableHistory } from './histories/readable.history.ts';
import { ActionLife } from './improvement/action.life.ts';
import { normalEngines, prepareGround } from './story.installation.ts';

/** Where recorded histories of actions live; they are replayed on every run of the tests. */
const HISTORIES = join(import.meta.dirname, '../../../workflows/improvement-action/histories');
const DAY_MS = 86_400_000;

type Story = (company: Company, session: StorySession) => Promise<ActionLife>;
const days = (from: Instant, count: number) => plusMs(from, count * DAY_MS);

async function planned(company: Company, start: Instant): Promise<ActionLife> {
  const [head, owner] = [company.called('hao.sun'), company.called('rosa.diaz')];
  return ActionLife.plan(company.installation, head, owner, 'logistics', start);
}

const STORIES: Readonly<Record<string, Story>> = {
  'done-in-time-and-effective': async (company, session) => {
    const start = await session.time.now();
    const action = await planned(company, start);
    await action.act(company.called('rosa.diaz'), 'done', { note: 'Done.' });
    await session.time.moveTo(days(start, 30));
    await action.act(company.called('hao.sun'), 'evaluations', { effective: true, note: 'Fewer.' });
    return action;
  },
  'late-not-effective-planned-anew': async (company, session) => {
    const start = await session.time.now();
    const action = await planned(company, start);
    await session.time.moveTo(days(start, 12));
    await action.act(company.called('rosa.diaz'), 'progress', { note: 'Half way.', percent: 50 });
    await action.act(company.called('rosa.diaz'), 'done', { note: 'Done.' });
    await session.time.moveTo(days(start, 40));
    await action.act(company.called('hao.sun'), 'evaluations', { effective: false, note: 'As many as before.' });
    const again = { dueAt: days(start, 60), followUpAt: days(start, 70) };
    await action.act(company.called('hao.sun'), 'changes', { ...again, reason: 'A stronger measure.' });
    await action.act(company.called('rosa.diaz'), 'done', { note: 'Done again.' });
    await session.time.moveTo(days(start, 70));
    await action.act(company.called('hao.sun'), 'evaluations', { effective: true, note: 'Now it is.' });
    return action;
  },
};

/** Plays each story once and keeps the history: `node deploy/e2e/dist/record-action-histories.js`. */
async function record(): Promise<void> {
  const say = (line: string) => console.log(line);
  const engines = await normalEngines(say);
  const ground = await prepareGround(engines, {
    name: `reca_${process.pid}`,
    startsAt: '2026-11-23T01:00:00.000Z',
    say,
  });
  const session = await openStorySession(ground.story);
  try {
    const company = await Company.open(ground.story);
    await session.time.quiet();
    await mkdir(HISTORIES, { recursive: true });
    for (const [name, story] of Object.entries(STORIES)) {
      const { id } = await story(company, session);
      const handle = session.temporal.workflow.getHandle(actionWorkflowIdOf(id));
      await handle.result();
      const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as unknown;
      const readable = await readableHistory(history, ground.story.temporal.payloadKey);
      await writeFile(join(HISTORIES, `${name}.json`), `${JSON.stringify(readable, null, 1)}\n`);
      say(`recorded ${name}`);
    }
  } finally {
    await session.close();
    await ground.clear();
    await engines.stop();
  }
}

await record();
