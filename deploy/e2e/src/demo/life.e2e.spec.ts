import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStorySession, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { ownComplaints } from '../inputs/own.complaints.ts';
import { readRegister } from '../readers/register.reader.ts';
import { Company } from './company.ts';
import type { ComplaintLife } from './complaint.life.ts';
import { play } from './play.ts';
import { STORYLINES } from './storylines.ts';
import { judge } from './verdict.ts';

describe('whole lives, in short runs and without the workflow cache', () => {
  let session: StorySession;
  let company: Company;
  let lives: ComplaintLife[];

  beforeAll(async () => {
    session = await openStorySession(storyGround());
    company = await Company.open(storyGround());
    lives = await play(session, company, ownComplaints(STORYLINES.length), { say: () => {} });
  });
  afterAll(() => session?.close());

  const of = (storyline: string) =>
    lives[STORYLINES.findIndex(({ name }) => name.startsWith(storyline))] as ComplaintLife;
  const timelineOf = async (storyline: string) => {
    const rows = await session.database.query<{ code: string; at: Date; facts: Record<string, unknown> }>(
      `SELECT code, at, facts FROM intake.timeline WHERE complaint_id = $1 ORDER BY sequence`,
      [of(storyline).id],
    );
    return rows.filter(({ code }) => !code.startsWith('duty-'));
  };
  const codesOf = async (storyline: string) => (await timelineOf(storyline)).map(({ code }) => code);

  it('agree in four readers', async () => {
    const own = new Set(lives.map(({ id }) => id));
    const filed = (await readRegister(session.database)).readings.map(({ id }) => id);
    const differences = await judge(session, company, filed);
    expect(differences.filter((difference) => [...own].some((id) => difference.includes(id)))).toEqual([]);
    expect([...own].filter((id) => !filed.includes(id))).toEqual([]);
  });

  it('go from receipt to the end', async () => {
    expect(await codesOf('handled in time')).toEqual([
      ...['registered', 'acknowledged', 'assigned', 'accepted', 'contacted'],
      ...['found', 'proposed', 'decided', 'offered', 'paused', 'offer-answered', 'resumed', 'task-set', 'task-done'],
      ...['resolved', 'told', 'survey-sent', 'surveyed', 'analysed', 'closed', 'followed-up', 'ended'],
    ]);
  });

  it('go on with the backup when the owner does not accept', async () => {
    const timeline = await timelineOf('the owner does not accept');
    const [handedOver] = timeline.filter(({ code }) => code === 'handed-over');
    expect(handedOver?.facts).toMatchObject({ reason: 'not-accepted' });
    expect(timeline.at(-1)?.code).toBe('ended');
  });

  it('climb the ladder rung by rung, each at its very instant', async () => {
    const fired = (await timelineOf('nobody speaks')).filter(({ code }) => code === 'warned' || code === 'escalated');
    expect(fired.length).toBeGreaterThan(1);
    expect(fired.map(({ at }) => at.toISOString())).toEqual(fired.map(({ facts }) => facts['firedFor']));
    expect(new Set(fired.map(({ facts }) => `${facts['dutyId']}/${facts['rung']}`)).size).toBe(fired.length);
  });

  it('begin again with another handler when the customer is not satisfied', async () => {
    const owners = await session.database.query<{ owner: string }>(
      `SELECT DISTINCT changes ->> 'owner' AS owner FROM intake.steps WHERE complaint_id = $1 AND cause_kind = 'answer'`,
      [of('reopened').id],
    );
    expect(owners).toHaveLength(2);
    expect((await codesOf('reopened')).filter((code) => code === 'closed')).toHaveLength(2);
  });

  it('were continued as new on the way', async () => {
    let runs = 0;
    for await (const run of session.temporal.workflow.list({
      query: `WorkflowId = 'complaint/${of('reopened').id}'`,
    })) {
      runs += run.status.name === 'CONTINUED_AS_NEW' ? 1 : 0;
    }
    expect(runs).toBeGreaterThan(1);
  });
});
