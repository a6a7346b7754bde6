import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  COMPLAINT_TOPIC,
  complaintActionPlanned,
  DIRECTORY_TOPIC,
  EVENT_CONTRACTS,
  PERSON_TOPIC,
  personHandOverOrdered,
} from '@redress/contracts';
import type { CloudEvent } from '@redress/db';
import { until } from '@redress/testkit';
import { openImprovement, somebody, type ImprovementFixture } from '../improvement.fixture.ts';
import { ActionDueFirer } from '../process/action.due.firer.ts';

const START = '2026-12-01T00:00:00.000Z';
const DUE = '2026-12-09T00:00:00.000Z';
const FOLLOW_UP = '2027-01-09T00:00:00.000Z';
const WORDS = 'Scans are checked every evening, says Canary Unique.';

const owner = somebody('logistics', 'handle', 'read-department');
const second = somebody('logistics', 'handle', 'read-department');
const head = somebody('logistics', 'approve', 'read-department', 'see-figures');
const otherHead = somebody('sales', 'approve', 'read-department', 'see-figures');
const manager = somebody('customer-service', 'coordinate', 'read-all', 'see-figures');
const leader = somebody('management', 'lead', 'read-all', 'read-restricted', 'see-figures');
const clerk = somebody('logistics', 'register');
const auditor = somebody('management', 'audit', 'read-all');

type Published = CloudEvent & { readonly topic: string; readonly key: string };

function fact(topic: string, type: string, key: string, subject: string, sequence: number, more: Partial<CloudEvent>) {
  const event: Published = {
    ...{ topic, key, specversion: '1.0', id: randomUUID(), source: '/redress/spec', type, subject, time: START },
    ...{ datacontenttype: 'application/json', sequence, access: 'open', data: null },
    ...more,
  };
  return event;
}

const person = ({ id }: { id: string }, departmentId: string, backupId: string | null, onDuty = true, sequence = 1) =>
  fact(DIRECTORY_TOPIC, 'redress.person.changed.v1', `person:${id}`, id, sequence, {
    data: { id, username: 'u', name: 'n', departmentId, roles: [], backupId, onDuty, limits: NO_LIMITS },
  });
const department = (code: string, headId: string) =>
  fact(DIRECTORY_TOPIC, 'redress.department.changed.v1', `department:${code}`, code, 1, {
    data: { code, parent: null, title: { zh: code, en: code }, headId },
  });
const NO_LIMITS = { compensation: null, goodwill: null };

const { standing } = complaintActionPlanned.example as { standing: { number: string } };
const ofComplaint = (id: string, what: string, sequence: number, detail: object, more: Partial<CloudEvent> = {}) =>
  fact(COMPLAINT_TOPIC, `redress.complaint.${what}.v1`, id, id, sequence, {
    data: { standing: { ...standing, departmentId: 'logistics' }, detail },
    ...more,
  });

describe('actions on real PostgreSQL and Kafka', () => {
  let one: ImprovementFixture;

  beforeAll(async () => {
    one = await openImprovement(START);
    await one.publish(
      person(owner, 'logistics', second.id),
      person(second, 'logistics', owner.id),
      person(head, 'logistics', null),
      department('logistics', head.id),
      department('sales', otherHead.id),
    );
  });
  afterAll(() => one?.close());

  const plan = (more: object = {}) => ({
    ...{ source: 'review', kind: 'corrective', goal: WORDS, measure: WORDS, ownerId: owner.id },
    ...{ departmentId: 'logistics', dueAt: DUE, followUpAt: FOLLOW_UP, ...more },
  });
  const planned = async (more: object = {}): Promise<string> => {
    const answer = await one.call(head, 'POST', '/actions', plan(more));
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };
  const fire = (id: string) => one.app.get(ActionDueFirer, { strict: false }).fire(id);
  const view = async (id: string, who = head) => (await one.call(who, 'GET', `/actions/${id}`)).body;
  const act = (who: typeof head, id: string, path: string, body: object, key?: string) =>
    one.call(who, 'POST', `/actions/${id}/${path}`, body, key);
  const firedOf = async (id: string) =>
    (await view(id)).history
      .filter(({ actorId }: { actorId: string | null }) => actorId === null)
      .map(({ code, at }: { code: string; at: string }) => [code, at]);

  it('come out of a complaint once, whatever is said twice, and their process is started by a row', async () => {
    const [complaintId, actionId] = [randomUUID(), randomUUID()];
    const detail = { actionId, kind: 'preventive', ownerId: owner.id, departmentId: 'logistics' };
    const fact = ofComplaint(complaintId, 'action-planned', 7, { ...detail, dueAt: DUE, followUpAt: FOLLOW_UP });
    const registered = {
      channel: 'phone',
      categories: 'delivery,price',
      provisional: false,
      matters: 1,
      packHash: 'f',
    };
    await one.publish(ofComplaint(complaintId, 'registered', 1, registered));
    await one.publish(fact, fact, { ...fact, id: randomUUID() });
    expect(await view(actionId, owner)).toMatchObject({
      ...{ complaint: { id: complaintId, number: standing.number }, kind: 'preventive', source: 'complaint' },
      ...{ stage: 'open', round: 1, owedAt: DUE, overdue: false, goal: null },
    });
    const rows = await one.database.query(
      `SELECT topic, sequence::int FROM improvement.outbox WHERE queue = 'process' AND key = $1`,
      [actionId],
    );
    expect(rows).toEqual([{ topic: 'action', sequence: 1 }]);
  });

  it('are planned by who manages the department, for people and dates that there are', async () => {
    const answer = async (who: typeof head, more: object = {}) => {
      const { status, body } = await one.call(who, 'POST', '/actions', plan(more));
      return status === 201 ? 201 : body.code;
    };
    expect(await Promise.all([head, manager, leader].map((who) => answer(who)))).toEqual([201, 201, 201]);
    expect(await Promise.all([owner, otherHead, clerk].map((who) => answer(who)))).toEqual(
      Array.from({ length: 3 }, () => 'not-permitted'),
    );
    expect(await answer(head, { ownerId: randomUUID() })).toBe('unknown-person');
    expect(await answer(manager, { departmentId: 'nowhere' })).toBe('unknown-department');
    expect(await answer(head, { complaintId: randomUUID() })).toBe('unknown-complaint');
    expect(await answer(head, { dueAt: START })).toBe('date-has-passed');
    expect(await answer(head, { followUpAt: '2026-12-08T00:00:00Z' })).toBe('follow-up-before-due');
    expect(await answer(head, { source: 'complaint' })).toBe('invalid-input');
  });

  it('keep what people typed encrypted, and show it to who may read', async () => {
    const id = await planned();
    const [row] = await one.database.query<{ everything: string }>(
      `SELECT string_agg(one::text, ' ') AS everything FROM (
         SELECT t::text FROM improvement.texts AS t UNION ALL SELECT e::text FROM improvement.entries AS e
         UNION ALL SELECT o::text FROM improvement.outbox AS o) AS one`,
    );
    expect(row?.everything).not.toContain('Canary');
    expect(row?.everything).not.toContain(Buffer.from('Canary').toString('hex'));
    expect(await view(id)).toMatchObject({ goal: WORDS, measure: WORDS });
    expect((await one.call(otherHead, 'GET', `/actions/${id}`)).status).toBe(404);
    expect((await one.call(clerk, 'GET', `/actions/${id}`)).status).toBe(404);
  });

  it('remind, fall due and climb at their very instants, each once, and close only when judged', async () => {
    const id = await planned();
    await one.goTo('2026-12-06T23:59:59.999Z');
    expect(await fire(id)).toMatchObject({ closed: false, nextDueAt: '2026-12-07T00:00:00.000Z' });
    await one.goTo('2026-12-20T00:00:00.000Z');
    await Promise.all([fire(id), fire(id)]);
    const late = [
      ['action-reminded', '2026-12-07T00:00:00.000Z'],
      ['action-overdue', DUE],
      ['action-escalated', '2026-12-12T00:00:00.000Z'],
    ];
    expect(await firedOf(id)).toEqual(late);
    expect(await view(id)).toMatchObject({ stage: 'open', overdue: true });
    expect((await act(owner, id, 'done', { note: 'Done.' })).body).toMatchObject({ stage: 'done', owedAt: null });
    await one.goTo('2027-01-17T00:00:00.000Z');
    await fire(id);
    expect(await firedOf(id)).toEqual([
      ...late,
      ['action-evaluation-due', FOLLOW_UP],
      ['action-evaluation-overdue', '2027-01-16T00:00:00.000Z'],
    ]);
    expect((await act(owner, id, 'evaluations', { effective: true, note: 'Well.' })).body.code).toBe('own-action');
    const judged = await act(head, id, 'evaluations', {
      effective: true,
      figures: { before: 9, after: 2 },
      note: 'Fewer.',
    });
    expect(judged.body).toMatchObject({ stage: 'closed', owedAt: null, closedAt: '2027-01-17T00:00:00.000Z' });
    expect(await fire(id)).toEqual({ closed: true, nextDueAt: null, wakeAfterMs: null });
  });

  it('start again with a new plan when they were not effective', async () => {
    const id = await planned({ dueAt: '2027-01-20T00:00:00Z', followUpAt: '2027-01-25T00:00:00Z' });
    await act(owner, id, 'progress', { note: 'Half way.', percent: 50 });
    await act(owner, id, 'done', { note: 'Done.' });
    await one.goTo('2027-01-25T00:00:00.000Z');
    await fire(id);
    const judged = await act(head, id, 'evaluations', { effective: false, note: 'As many as before.' });
    expect(judged.body).toMatchObject({ stage: 'adjusting', owedAt: '2027-02-01T00:00:00.000Z' });
    const again = { dueAt: '2027-02-10T00:00:00Z', followUpAt: '2027-03-10T00:00:00Z', measure: 'Twice a day.' };
    const changed = await act(head, id, 'changes', { ...again, reason: 'A stronger measure.' });
    expect(changed.body).toMatchObject({ stage: 'open', round: 2, measure: 'Twice a day.', doneAt: null });
    expect(changed.body.history.map(({ code, words }: Record<string, unknown>) => [code, words])).toEqual([
      ['action-planned', null],
      ['action-progressed', 'Half way.'],
      ['action-done', 'Done.'],
      ['action-evaluation-due', null],
      ['action-not-effective', 'As many as before.'],
      ['action-changed', 'A stronger measure.'],
    ]);
  });

  it('take a request once under its key, and refuse another one under it', async () => {
    const id = await planned({ dueAt: '2027-03-01T00:00:00Z', followUpAt: '2027-04-01T00:00:00Z' });
    const say = (note: string) => act(owner, id, 'progress', { note }, 'key-1');
    const answers = await Promise.all([say('Half way.'), say('Half way.')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await view(id)).history).toHaveLength(2);
    expect((await say('Another.')).body.code).toBe('key-used-for-another-body');
    expect((await act(owner, id, 'progress', { note: 'x' }, 'two words')).status).toBe(400);
  });

  it('are listed by date, page by page, to who may see them', async () => {
    const listed = async (who: typeof head, query = '') =>
      (await one.call(who, 'GET', `/actions${query}`)).body.items as { id: string; dueAt: string; ownerId: string }[];
    const all = await listed(manager, '?limit=100');
    expect(all.map(({ dueAt }) => dueAt)).toEqual([...all.map(({ dueAt }) => dueAt)].sort());
    expect(await listed(owner, '?limit=100')).toHaveLength(all.length);
    expect(await listed(otherHead)).toEqual([]);
    expect(await listed(clerk)).toEqual([]);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await one.call(manager, 'GET', `/actions?limit=2${after === '' ? '' : `&after=${after}`}`);
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      after = body.next;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    const overdue = await listed(manager, '?overdue=true&limit=100');
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.length + (await listed(manager, '?overdue=false&limit=100')).length).toBe(all.length);
    expect((await listed(manager, '?stage=closed')).length).toBe(1);
    expect((await one.call(manager, 'GET', '/actions?after=x')).status).toBe(400);
  });

  it('of a restricted complaint are not there for who lacks the grant', async () => {
    const [complaintId, actionId] = [randomUUID(), randomUUID()];
    const detail = { actionId, kind: 'corrective', ownerId: owner.id, departmentId: 'logistics' };
    const access = { access: 'restricted' };
    await one.publish(ofComplaint(complaintId, 'accepted', 1, {}, access));
    await one.publish(
      ofComplaint(complaintId, 'action-planned', 2, { ...detail, dueAt: DUE, followUpAt: FOLLOW_UP }, access),
    );
    const statusFor = async (who: typeof head) => (await one.call(who, 'GET', `/actions/${actionId}`)).status;
    expect([await statusFor(head), await statusFor(manager), await statusFor(leader)]).toEqual([404, 404, 200]);
    const listed = async (who: typeof head) =>
      (await one.call(who, 'GET', `/actions?complaintId=${complaintId}`)).body.items.length;
    expect([await listed(manager), await listed(leader)]).toEqual([0, 1]);
    expect((await act(head, actionId, 'changes', { ownerId: second.id, reason: 'x' })).status).toBe(404);
    const looks = await one.call(auditor, 'GET', `/looks?complaintId=${complaintId}`);
    expect(looks.body.items).toMatchObject([
      { personId: leader.id, what: 'action' },
      { personId: leader.id, what: 'action' },
    ]);
    expect((await one.call(leader, 'GET', '/looks')).status).toBe(403);
  });

  it('of a complaint are not there for who is complained of in it', async () => {
    const [complaintId, actionId] = [randomUUID(), randomUUID()];
    const detail = { actionId, kind: 'corrective', ownerId: owner.id, departmentId: 'logistics' };
    await one.publish(
      ofComplaint(complaintId, 'action-planned', 1, { ...detail, dueAt: DUE, followUpAt: FOLLOW_UP }),
      ofComplaint(complaintId, 'analysed', 2, { cause: 'own-conduct' }),
    );
    const later = { dueAt: '2190-01-01T00:00:00Z', followUpAt: '2190-02-01T00:00:00Z' };
    const seen = async () => ({
      action: (await one.call(head, 'GET', `/actions/${actionId}`)).status,
      listed: (await one.call(head, 'GET', `/actions?complaintId=${complaintId}`)).body.items.length,
      causes: (await one.call(head, 'GET', '/causes/complaints?cause=own-conduct')).body.items.length,
      planned: (await one.call(head, 'POST', '/actions', plan({ complaintId, ...later }))).status,
    });
    expect(await seen()).toEqual({ action: 200, listed: 1, causes: 1, planned: 201 });
    const about = { standing: { ...standing, departmentId: 'logistics', concerned: [head.id] } };
    const identified = ofComplaint(complaintId, 'person-identified', 3, {});
    await one.publish({ ...identified, data: { ...about, detail: { identified: true } } });
    expect(await seen()).toEqual({ action: 404, listed: 0, causes: 0, planned: 422 });
  });

  it('move when all that a person owes is handed over, to the backup or to who is named, and only what is open', async () => {
    const mine = async (who: typeof head) =>
      (await one.call(manager, 'GET', `/actions?owner=${who.id}&limit=100`)).body.items as { stage: string }[];
    const open = (await mine(owner)).filter(({ stage }) => stage !== 'closed').length;
    expect(open).toBeGreaterThan(0);
    const order = (personId: string, to: string | null, sequence: number) =>
      fact(PERSON_TOPIC, personHandOverOrdered.type, personId, personId, sequence, {
        data: { personId, to, orderedBy: head.id },
        time: '2027-01-25T00:00:00.000Z',
      });
    await one.publish(order(owner.id, null, 1));
    expect((await mine(owner)).map(({ stage }) => stage)).toEqual(['closed']);
    expect(await mine(second)).toHaveLength(open);
    await one.publish(order(second.id, head.id, 1));
    expect([await mine(second), (await mine(head)).length]).toEqual([[], open]);
  });

  it('are told on their topic, each step once, without a gap and as the contracts say', async () => {
    await until(async () => {
      const waiting = await one.database.query(
        `SELECT 1 FROM improvement.outbox WHERE queue = 'fact' AND state = 'waiting'`,
      );
      return waiting.length === 0;
    });
    const records = await one.readTopic();
    const byAction = new Map<string, number[]>();
    for (const { key, event } of records) {
      const contract = EVENT_CONTRACTS.find(({ type }) => type === event?.type);
      expect(contract?.data.safeParse(event?.data)).toMatchObject({ success: true });
      byAction.set(key, [...(byAction.get(key) ?? []), event?.sequence ?? 0]);
    }
    expect(byAction.size).toBeGreaterThan(5);
    for (const sequences of byAction.values()) expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it('leave their causes in a register that leads to the complaints, and figures before and after', async () => {
    const analysed = async (at: string, cause: string, more: Partial<CloudEvent> = {}) => {
      const id = randomUUID();
      const registered = {
        channel: 'phone',
        categories: 'delivery,price',
        provisional: false,
        matters: 1,
        packHash: 'f',
      };
      await one.publish(
        ofComplaint(id, 'registered', 1, registered, more),
        ofComplaint(id, 'analysed', 2, { cause }, { ...more, time: at }),
      );
      return id;
    };
    const before = await analysed('2027-01-24T20:00:00.000Z', 'handling');
    await analysed('2027-02-05T20:00:00.000Z', 'handling');
    await analysed('2027-02-05T20:00:00.000Z', 'handling', { drill: true });
    const restricted = await analysed('2027-01-31T20:00:00.000Z', 'handling', { access: 'restricted' });
    const figures = async (who: typeof head, query: string) =>
      (await one.call(who, 'GET', `/causes?${query}`)).body.items.map(
        ({ month, cause, category, count }: Record<string, unknown>) => [month, cause, category, count],
      );
    expect(await figures(head, 'from=2027-01&to=2027-03&category=delivery')).toEqual([
      ['2027-01', 'handling', 'delivery', 1],
      ['2027-02', 'handling', 'delivery', 1],
    ]);
    expect(await figures(leader, 'from=2027-02&to=2027-02')).toEqual([
      ['2027-02', 'handling', 'delivery', 2],
      ['2027-02', 'handling', 'price', 2],
    ]);
    const [first] = (await one.call(head, 'GET', '/causes?from=2027-01&to=2027-01')).body.items;
    const behind = await one.call(head, 'GET', first.complaints);
    expect(behind.body.items).toMatchObject([{ complaintId: before, cause: 'handling', departmentId: 'logistics' }]);
    expect((await one.call(leader, 'GET', '/causes/complaints?cause=handling&limit=1')).body.next).not.toBeNull();
    expect((await one.call(leader, 'GET', '/causes/complaints?cause=handling')).body.items).toHaveLength(3);
    expect((await one.call(leader, 'GET', `/causes/complaints?month=2027-02`)).body.items[1].complaintId).toBe(
      restricted,
    );
    expect((await one.call(owner, 'GET', '/causes?from=2027-01&to=2027-01')).status).toBe(403);
    expect((await one.call(head, 'GET', '/causes?from=2027-02&to=2027-01')).status).toBe(400);

    const id = await planned({ cause: 'handling', dueAt: '2027-02-01T00:00:00Z', followUpAt: '2027-02-01T00:00:00Z' });
    await act(owner, id, 'done', { note: 'Done.' });
    await one.goTo('2027-02-10T00:00:00.000Z');
    expect((await view(id)).figures).toEqual({ cause: 'handling', days: 16, before: 1, after: 2 });
  });
});
