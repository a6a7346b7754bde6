import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { plusMs, type Instant } from '@redress/policy';
import type { StorySession } from '@redress/scenario';
import type { Company } from './demo/company.ts';
import { recordStories } from './histories/record.stories.ts';
import { ActionLife } from './improvement/action.life.ts';

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
await recordStories('improvement-action', async ({ company, session, keep }) => {
  await session.time.quiet();
  for (const [name, story] of Object.entries(STORIES)) {
    const workflowId = actionWorkflowIdOf((await story(company, session)).id);
    await session.temporal.workflow.getHandle(workflowId).result();
    await keep(workflowId, name);
  }
});
