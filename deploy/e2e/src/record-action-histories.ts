import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { plusMs, type Instant } from '@redress/policy';
import { openStorySession, type StorySession } from '@redress/scenario';
import { Company } from './demo/company.ts';
import { HistoryKeeper } from './histories/history.keeper.ts';
import { ActionLife } from './improvement/action.life.ts';
import { normalEngines, prepareGround } from './story.installation.ts';

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

const say = (line: string) => console.log(line);

/** Plays each story once and keeps the history: `node deploy/e2e/dist/record-action-histories.js`. */
async function record(): Promise<void> {
  const engines = await normalEngines(say);
  const name = `rec_${process.pid}`;
  const ground = await prepareGround(engines, { name, startsAt: '2026-11-23T01:00:00.000Z', say });
  const session = await openStorySession(ground.story);
  const keeper = new HistoryKeeper('improvement-action', say);
  try {
    await keeper.empty();
    const company = await Company.open(ground.story);
    await session.time.quiet();
    for (const [about, story] of Object.entries(STORIES)) {
      const workflowId = actionWorkflowIdOf((await story(company, session)).id);
      await session.temporal.workflow.getHandle(workflowId).result();
      await keeper.keep(session, ground.story, { workflowId, name: about, about });
    }
  } finally {
    await session.close();
    await ground.clear();
    await engines.stop();
  }
}

await record();
