import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actionWorkflowIdOf } from '@redress/contracts/action-workflow';
import { plusMs, type Instant } from '@redress/policy';
import { openStorySession, type StorySession } from '@redress/scenario';
import { storyGround } from '@redress/testkit';
import { OwnCase } from '../authorisation/own.case.ts';
import { OwnCompany } from '../authorisation/own.company.ts';
import { ActionLife } from './action.life.ts';

const ground = storyGround();
const DAY_MS = 86_400_000;

let session: StorySession;
let company: OwnCompany;

beforeAll(async () => {
  session = await openStorySession(ground);
  company = await OwnCompany.found(ground, session);
});
afterAll(() => session?.close());

/** The complaints of others that share the installation are not waited for. */
const moveTo = (at: Instant) => session.time.moveTo(at, { among: [] });
const after = (from: Instant, days: number) => plusMs(from, days * DAY_MS);
const statusOf = async (id: string) =>
  (await session.temporal.workflow.getHandle(actionWorkflowIdOf(id)).describe()).status.name;

describe('an improvement action on the whole installation (IMP-10, IMP-11)', () => {
  it('reminds, falls due, climbs, waits for its follow-up date and ends when its effect is judged', async () => {
    const [owner, head, manager] = [company.called('ann'), company.called('head'), company.called('manager')];
    const start = await session.time.now();
    const action = await ActionLife.plan(ground, head, owner, company.department, start);
    await moveTo(after(start, 12));
    await action.act(owner, 'done', { note: 'Done at last.' });
    await moveTo(after(start, 31));
    expect((await action.look()).history.map(({ code, at }) => [code, at])).toEqual([
      ['action-planned', start],
      ['action-reminded', after(start, 6)],
      ['action-overdue', after(start, 8)],
      ['action-escalated', after(start, 11)],
      ['action-done', after(start, 12)],
      ['action-evaluation-due', after(start, 30)],
    ]);
    expect(await statusOf(action.id)).toBe('RUNNING');
    await action.act(head, 'evaluations', { effective: true, figures: { before: 9, after: 2 }, note: 'Fewer.' });
    await session.time.quiet();
    expect((await action.look()).stage).toBe('closed');
    await session.temporal.workflow.getHandle(actionWorkflowIdOf(action.id)).result();
    expect(await action.noticesOf(owner)).toEqual([
      ...['action-planned', 'action-reminded', 'action-overdue', 'action-effective'],
    ]);
    expect(await action.noticesOf(head)).toEqual([
      ...['action-overdue', 'action-escalated', 'action-done', 'action-evaluation-due'],
    ]);
    expect(await action.noticesOf(manager)).toContain('action-escalated');
  });

  it('is planned in a complaint, adjusted when it was not effective, and lives on when the complaint is long closed', async () => {
    const [one] = await OwnCase.file(ground.urls.intake, company, 1, () => session.time.quiet());
    if (one === undefined) throw new Error('one was filed');
    await one.bring('told');
    const start = await session.time.now();
    const plan = {
      ...{ kind: 'preventive', ownerId: await one.owner.id(), departmentId: company.department },
      ...{ dueAt: after(start, 4), followUpAt: after(start, 10), goal: 'No more.', measure: 'Look twice.' },
    };
    const planned = await one.owner.post(`${ground.urls.intake}/complaints/${one.id}/actions`, plan);
    expect(planned.status).toBe(200);
    await session.time.quiet();
    const head = company.called('head');
    const action = await ActionLife.ofComplaint(ground, head, one.id);
    await action.act(one.owner, 'done', { note: 'Done.' });
    await moveTo(after(start, 10));
    await action.act(head, 'evaluations', { effective: false, note: 'As many as before.' });
    await moveTo(after(start, 21));
    const again = { dueAt: after(start, 30), followUpAt: after(start, 40), measure: 'Look three times.' };
    await action.act(head, 'changes', { ...again, reason: 'A stronger measure.' });
    await action.act(one.owner, 'done', { note: 'Done again.' });
    await moveTo(after(start, 90));
    await action.act(head, 'evaluations', { effective: true, note: 'Now it is.' });
    await session.time.quiet();
    const { stage, round, history } = await action.look();
    expect([stage, round]).toEqual(['closed', 2]);
    expect(history.map(({ code }) => code)).toEqual([
      ...['action-planned', 'action-done', 'action-evaluation-due', 'action-not-effective'],
      ...['action-adjustment-overdue', 'action-adjustment-escalated', 'action-changed', 'action-done'],
      ...['action-evaluation-due', 'action-evaluation-overdue', 'action-evaluation-escalated', 'action-effective'],
    ]);
    await session.temporal.workflow.getHandle(actionWorkflowIdOf(action.id)).result();
  });
});
