import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WAKE, workflowIdOf } from '@redress/contracts/workflow';
import { ownComplaints } from '../inputs/own.complaints.ts';
import { testEngines } from '../story.installation.ts';
import type { ComplaintLife } from './complaint.life.ts';
import { openDemo, type DemoGround } from './demo.ground.ts';
import { PLANTED_FAULTS } from './planted.faults.ts';
import { play } from './play.ts';
import { reckon } from './reckoning.ts';
import { STORYLINES } from './storylines.ts';

const MINUTES = 60_000;
/** Two days a second, at most. */
const RATE = 172_800;

let demo: DemoGround;
let lives: readonly ComplaintLife[];
const close: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const engines = await testEngines(() => {});
  close.push(() => engines.stop());
  // Nobody wakes what the timers have missed, and no process is kept in memory.
  const environment = { REDRESS_SWEEP_SECONDS: '0', REDRESS_WORKFLOW_CACHE: '0' };
  demo = await openDemo(engines, { rate: RATE, environment, say: () => {} });
  close.unshift(() => demo.close());
  lives = await play(demo.session, demo.company, ownComplaints(STORYLINES.length), { say: () => {} });
}, 15 * MINUTES);
afterAll(async () => {
  for (const end of close) await end();
}, 2 * MINUTES);

async function reckoned(withinMs: number): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await reckon(demo, lives, { say: (line) => lines.push(line), withinMs });
  return { code, said: lines.join('\n') };
}

const of = (storyline: string) =>
  lives[STORYLINES.findIndex(({ name }) => name.startsWith(storyline))] as ComplaintLife;

async function timelineOf(storyline: string) {
  const rows = await demo.session.database.query<{ code: string; at: Date; facts: Record<string, unknown> }>(
    `SELECT code, at, facts FROM intake.timeline WHERE complaint_id = $1 ORDER BY sequence`,
    [of(storyline).id],
  );
  return rows.filter(({ code }) => !code.startsWith('duty-'));
}
const codesOf = async (storyline: string) => (await timelineOf(storyline)).map(({ code }) => code);

/** How often the complaint's process was woken, and how many of its timers have rung, over all its runs. */
async function wakesAndTimersOf(complaintId: string): Promise<{ wakes: number; rung: number }> {
  const { workflow } = demo.session.temporal;
  const seen = { wakes: 0, rung: 0 };
  for await (const { workflowId, runId } of workflow.list({ query: `WorkflowId = '${workflowIdOf(complaintId)}'` })) {
    const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
    for (const { workflowExecutionSignaledEventAttributes: signaled, timerFiredEventAttributes: fired } of events ??
      []) {
      if (signaled?.signalName === WAKE) seen.wakes += 1;
      if (fired != null) seen.rung += 1;
    }
  }
  return seen;
}

describe('the demo, on real timers, in short runs, without sweeper and workflow cache', () => {
  it('ends with a table on which five readers agree', async () => {
    const { code, said } = await reckoned(10_000);
    expect(said).toMatch(/no difference\.$/);
    expect(code).toBe(0);
  });

  it('plays lives that go from receipt to the end', async () => {
    expect(await codesOf('handled in time')).toEqual([
      ...['registered', 'acknowledged', 'assigned', 'accepted', 'contacted'],
      ...['found', 'proposed', 'decided', 'offered', 'paused', 'offer-answered', 'resumed', 'task-set', 'task-done'],
      ...['resolved', 'told', 'survey-sent', 'surveyed', 'analysed', 'closed', 'followed-up', 'ended'],
    ]);
  });

  it('goes on with the backup when the owner does not accept, or falls ill', async () => {
    for (const [storyline, reason] of [
      ['the owner does not accept', 'not-accepted'],
      ['the owner falls ill', 'away'],
    ] as const) {
      const handedOver = (await timelineOf(storyline)).find(({ code }) => code === 'handed-over');
      expect(handedOver?.facts).toMatchObject({ reason });
    }
  });

  it('fires every rung once, at the instant at which it was due', async () => {
    const fired = await demo.session.database.query<{ id: string; at: Date; facts: Record<string, string> }>(
      `SELECT complaint_id AS id, at, facts FROM intake.timeline WHERE code IN ('warned', 'escalated')`,
    );
    expect(fired.length).toBeGreaterThan(10);
    expect(fired.map(({ at }) => at.toISOString())).toEqual(fired.map(({ facts }) => facts['firedFor']));
    const rungs = fired.map(({ id, facts }) => `${id}/${facts['dutyId']}/${facts['rung']}`);
    expect(new Set(rungs).size).toBe(rungs.length);
  });

  it('is fired by timers: whoever is woken has but set one, and it has rung', async () => {
    expect(lives.length).toBeGreaterThan(0);
    for (const { id } of lives) {
      const { wakes, rung } = await wakesAndTimersOf(id);
      expect(wakes).toBeGreaterThan(0);
      expect(rung).toBeGreaterThanOrEqual(wakes);
    }
  });

  it('begins again with another handler when the customer is not satisfied', async () => {
    const owners = await demo.session.database.query<{ first: string; second: string }>(
      `WITH step AS (SELECT number, cause_kind, changes ->> 'owner' AS owner, changes ->> 'round' AS round
         FROM intake.steps WHERE complaint_id = $1),
       again AS (SELECT number FROM step WHERE round = '2')
       SELECT (SELECT owner FROM step WHERE owner IS NOT NULL AND number < again.number ORDER BY number DESC LIMIT 1) AS first,
         (SELECT owner FROM step WHERE cause_kind = 'answer' AND number > again.number ORDER BY number LIMIT 1) AS second
       FROM again`,
      [of('reopened').id],
    );
    expect(owners).toEqual([{ first: expect.any(String), second: expect.any(String) }]);
    expect(owners[0]?.second).not.toBe(owners[0]?.first);
    expect((await codesOf('reopened')).filter((code) => code === 'closed')).toHaveLength(2);
  });

  it('continues processes as new on the way', async () => {
    let runs = 0;
    for await (const run of demo.session.temporal.workflow.list({
      query: `WorkflowId = 'complaint/${of('reopened').id}'`,
    })) {
      runs += run.status.name === 'CONTINUED_AS_NEW' ? 1 : 0;
    }
    expect(runs).toBeGreaterThan(1);
  });

  it.each(PLANTED_FAULTS)('ends with 1 and says so where there is $says', async ({ plant, seen }) => {
    const life = lives[0] as ComplaintLife;
    const takeOut = await plant(demo, life);
    const { code, said } = await reckoned(0);
    await takeOut();
    expect(code).toBe(1);
    expect(said).toMatch(seen);
  });
});
