import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActionFact, type ActionStanding } from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import { person, STARTS_AT, TestIntake } from '../intake.fixture.ts';
import { DirectoryRepository } from '../directory/directory.repository.ts';
import { ActionNoticeConsumer } from './action-notice.consumer.ts';
import type { NoticeList } from './notice.service.ts';

const [OWNER, HEAD, MANAGER] = [randomUUID(), randomUUID(), randomUUID()];

describe('notices about actions, on real PostgreSQL (IMP-10)', () => {
  let intake: TestIntake;
  let consumer: ActionNoticeConsumer;

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    consumer = intake.app.get(ActionNoticeConsumer, { strict: false });
    const directory = new DirectoryRepository();
    await intake.database.tx(async (tx) => {
      const title = { zh: '销售部', en: 'Sales' };
      await directory.putDepartment(tx, { code: 'sales', parent: null, title, headId: HEAD, version: 1 });
      const somebody = { name: 'n', departmentId: 'sales', onDuty: true, version: 1 };
      await directory.putPerson(tx, { ...somebody, id: MANAGER, roles: ['complaint-manager'] });
      await directory.putPerson(tx, { ...somebody, id: OWNER, roles: ['handler'] });
    });
  });
  afterAll(() => intake?.close());

  function fact(code: string, to: ActionFact['detail']['to'], more: Partial<ActionStanding> = {}) {
    const standing: ActionStanding = {
      ...{ complaintId: null, kind: 'corrective', source: 'review', stage: 'open', round: 1, ownerId: OWNER },
      ...{ departmentId: 'sales', dueAt: STARTS_AT, followUpAt: STARTS_AT, ...more },
    };
    const event: CloudEvent<ActionFact> = {
      ...{ specversion: '1.0', id: randomUUID(), source: '/redress/improvement', type: 'redress.action.overdue.v1' },
      ...{ subject: randomUUID(), time: STARTS_AT, datacontenttype: 'application/json', sequence: 3, access: 'open' },
      data: { standing, detail: { code, to } },
    };
    return event;
  }
  const inboxOf = async (id: string) =>
    (await intake.get<NoticeList>('/notices', person({ id }))).body.items.map(
      ({ code, actionId, complaintId, number }) => [code, actionId, complaintId, number],
    );

  it('reach who stands where the fact points, each once', async () => {
    const overdue = fact('action-overdue', ['owner', 'department-head']);
    const escalated = fact('action-escalated', ['department-head', 'coordinator']);
    for (const event of [overdue, overdue, { ...overdue, id: randomUUID() }, escalated]) await consumer.handle(event);
    expect(await inboxOf(OWNER)).toEqual([['action-overdue', overdue.subject, null, null]]);
    expect((await inboxOf(HEAD)).map(([code]) => code).sort()).toEqual(['action-escalated', 'action-overdue']);
    expect(await inboxOf(MANAGER)).toEqual([['action-escalated', escalated.subject, null, null]]);
  });

  it('name the complaint that the action comes of, and never reach who is complained of', async () => {
    const { id, number } = await intake.file();
    const reminded = fact('action-reminded', ['owner'], { complaintId: id, source: 'complaint' });
    await consumer.handle(reminded);
    expect(await inboxOf(OWNER)).toContainEqual(['action-reminded', reminded.subject, id, number]);
    await intake.database.query(
      `UPDATE intake.complaints SET state = jsonb_set(state, '{concerned}', $2::jsonb) WHERE id = $1`,
      [id, JSON.stringify([OWNER])],
    );
    const silent = fact('action-overdue', ['owner'], { complaintId: id });
    await consumer.handle(silent);
    expect((await inboxOf(OWNER)).map(([, actionId]) => actionId)).not.toContain(silent.subject);
  });

  it('are read by the one they are for', async () => {
    const { body } = await intake.get<NoticeList>('/notices', person({ id: MANAGER }));
    const [notice] = body.items;
    expect((await intake.post(`/notices/${notice?.id}/read`, {}, person({ id: OWNER }))).status).toBe(404);
    expect((await intake.post(`/notices/${notice?.id}/read`, {}, person({ id: MANAGER }))).status).toBe(204);
  });
});
