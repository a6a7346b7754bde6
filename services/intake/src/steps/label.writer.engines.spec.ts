import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Decision, Entry } from '@redress/policy';
import { person, STARTS_AT, TestIntake } from '../intake.fixture.ts';
import type { NoticeList } from '../notices/notice.service.ts';
import { TextVault } from '../persons/text.vault.ts';
import { CaseRepository } from '../register/case.repository.ts';
import type { ComplaintPage } from '../register/complaint.page.ts';
import type { ComplaintView, TimelineView } from '../register/complaint.view.ts';
import { StepWriter } from './step.writer.ts';

const MANAGER = person();
const GRANTED = person({ capabilities: ['read-all', 'read-restricted'] });
const MATTERS = [
  { category: 'delivery', reference: 'ORD-1' },
  { category: 'price', reference: 'ORD-2', reason: 'The cashier kept the change.' },
];
const BARE: Omit<Decision, 'entries'> = { changes: {}, duties: [], notices: [], messages: [], others: [] };

/** What readers without the grant see of the line that took it away. */
const LINE_OF_NOTHING = {
  code: 'handed-over-restricted',
  ...{ stage: null, facts: {}, because: [], matterId: null, words: [] },
  actor: { kind: 'system', id: null, name: null },
};

let intake: TestIntake;
beforeAll(async () => {
  intake = await TestIntake.open('api,consumers');
}, 60_000);
afterAll(() => intake?.close());

const get = <Shown>(path: string, actor: Actor) => intake.get<Shown>(path, actor);
const viewOf = async (id: string, actor: Actor) => (await get<ComplaintView>(`/complaints/${id}`, actor)).body;
const codesFor = async (id: string, actor: Actor) =>
  (await get<TimelineView>(`/complaints/${id}/timeline`, actor)).body.items.map(({ code }) => code);
const noticesFor = async (actor: Actor) =>
  (await get<NoticeList>('/notices', actor)).body.items.map(({ code }) => code);
const entry = (code: Entry['code'], matterId?: string): Entry => {
  const facts: Entry['facts'] = code === 'marked' ? { mark: 'misconduct', holds: true } : {};
  const plain = { code, facts, because: [] } as const;
  return matterId === undefined ? plain : { ...plain, matterId };
};

async function filed(): Promise<{ id: string; number: string; matters: string[] }> {
  const { id, number } = await intake.file({ matters: MATTERS, description: 'Two things went wrong.' });
  await intake.indexed();
  const { matters } = await viewOf(id, MANAGER);
  return { id, number, matters: matters.map((matter) => matter.id) };
}

/** One step of the process; `words` came with it. */
async function step(id: string, decision: Partial<Decision>, words?: string): Promise<void> {
  await intake.database.tx(async (tx) => {
    const file = await intake.app.get(CaseRepository, { strict: false }).lock(tx, id);
    if (file === null) throw new Error('it was filed');
    const text = { complaintId: id, personId: file.personId, field: 'mark.reason', authorId: null, at: STARTS_AT };
    const vault = intake.app.get(TextVault, { strict: false });
    const textIds = words === undefined ? [] : [await vault.put(tx, { ...text, words })];
    const cause = { kind: 'command', id: randomUUID(), actorId: null, actorKind: 'person', textIds } as const;
    await intake.app
      .get(StepWriter, { strict: false })
      .write(tx, file, cause, STARTS_AT, { ...BARE, entries: [], ...decision });
  });
}

/** Which of these questions find it. */
async function found(id: string, actor: Actor, queries: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(queries.map((query) => get<ComplaintPage>(`/complaints?${query}`, actor)));
  return queries.filter((_, index) => answers[index]?.body.items.some((line) => line.id === id));
}

describe('a complaint taken out of ordinary hands (INT-15)', () => {
  const witness = person({ departmentId: null });

  it('is handed over and nothing more to readers without the grant, and whole to those who have it', async () => {
    const { id, number } = await filed();
    const to = { kind: 'person', personId: witness.id } as const;
    await step(id, { notices: [{ to, code: 'before' }] });
    expect(await noticesFor(witness)).toEqual(['before']);
    const after = { to, code: 'after' };
    await step(id, { restricts: 'all', entries: [entry('marked')], notices: [after] }, 'He pocketed it.');
    await intake.indexed();
    const asking = ['category=price', 'reference=ORD-2', 'q=pocketed', 'q=cashier', 'level=2', 'sort=next-due'];
    const everywhere = ['', `number=${number}`, 'access=restricted', ...asking];
    expect(await found(id, MANAGER, everywhere)).toEqual(everywhere.slice(0, 3));
    expect(await found(id, GRANTED, everywhere)).toEqual(everywhere);
    for (const path of ['', '/timeline', '/corrections'])
      expect((await get(`/complaints/${id}${path}`, GRANTED)).status).toBe(200);
    expect((await get(`/complaints/${id}/corrections`, MANAGER)).status).toBe(404);
    const handedOver = { id, number, handedOverAt: STARTS_AT };
    expect(await viewOf(id, MANAGER)).toEqual(handedOver);
    expect((await get<ComplaintPage>('/complaints?limit=1', MANAGER)).body.items).toEqual([handedOver]);
    expect((await get<TimelineView>(`/complaints/${id}/timeline`, MANAGER)).body.items).toEqual([
      { ...LINE_OF_NOTHING, sequence: expect.any(Number), at: STARTS_AT },
    ]);
    const [mine, theirs] = await Promise.all([MANAGER, GRANTED].map((one) => get<string>('/complaints.csv', one)));
    expect([mine?.body.includes(number), theirs?.body.includes(number)]).toEqual([false, true]);
    expect(await noticesFor(witness)).toEqual([]);
    expect(await intake.count('intake.notices', `complaint_id = $1 AND code = 'after'`, [id])).toBe(0);
    const events = await intake.database.query(
      `SELECT DISTINCT body ->> 'access' AS access FROM intake.outbox WHERE queue = 'fact' AND key = $1 AND body ->> 'type' LIKE '%marked%'`,
      [id],
    );
    expect(events).toEqual([{ access: 'restricted' }]);
  });

  it('is not there for strangers, for whom it concerns, and for anybody where it never was in ordinary hands', async () => {
    const { id } = await filed();
    const head = person();
    await step(id, { changes: { concerned: [head.id] } });
    await step(id, { restricts: 'all', entries: [entry('marked')] });
    const [stranger, colleague] = ['elsewhere', 'sales'].map((departmentId) =>
      person({ departmentId, capabilities: ['handle', 'read-department'] }),
    );
    const apart = await intake.file({ kind: 'misconduct-report' });
    for (const path of ['', '/timeline']) {
      const seen = async (one: string, actor?: Actor) =>
        (await get(`/complaints/${one}${path}`, actor as Actor)).status;
      expect(await Promise.all([colleague, stranger, head].map((actor) => seen(id, actor)))).toEqual([200, 404, 404]);
      expect(await seen(apart.id, MANAGER)).toBe(404);
    }
    for (const [one, actor] of [
      [id, stranger],
      [id, head],
      [apart.id, MANAGER],
    ] as const)
      expect(await found(one, actor as Actor, ['', 'access=restricted'])).toEqual([]);
  });

  it('of two matters only the one leaves, with what was said and done about it', async () => {
    const { id, matters } = await filed();
    const [delivery = '', price = ''] = matters;
    await step(id, { entries: [entry('found', price)] }, 'The till is short.');
    await step(id, { restricts: [price], entries: [entry('marked', price)] }, 'He pocketed it.');
    await step(id, { entries: [entry('found', delivery)] }, 'The parcel is at the depot.');
    await intake.indexed();
    const seen = (await viewOf(id, MANAGER)).matters.map((matter) => matter.id);
    expect([seen, (await viewOf(id, GRANTED)).matters.length]).toEqual([[delivery], 2]);
    const codes = [await codesFor(id, MANAGER), await codesFor(id, GRANTED)];
    const telling = ['found', 'marked', LINE_OF_NOTHING.code];
    expect(codes.map((some) => some.filter((code) => telling.includes(code)))).toEqual([
      [LINE_OF_NOTHING.code, 'found'],
      ['found', 'marked', 'found'],
    ]);
    expect((await viewOf(id, MANAGER)).mattersHandedOver).toEqual([STARTS_AT]);
    const apart = ['category=price', 'reference=ORD-2', 'q=pocketed', 'q=cashier', 'q=till'];
    const ordinary = ['', 'category=delivery', 'reference=ORD-1', 'q=depot'];
    expect(await found(id, MANAGER, [...ordinary, ...apart])).toEqual(ordinary);
    expect(await found(id, GRANTED, [...ordinary, ...apart])).toEqual([...ordinary, ...apart]);
    const lineOf = async (actor: Actor) =>
      (await get<string>('/complaints.csv?words=true', actor)).body
        .split('\r\n')
        .find((line) => line.includes('Two things')) ?? '';
    expect(/price|cashier|pocketed/.test(await lineOf(MANAGER))).toBe(false);
    expect(/price/.test(await lineOf(GRANTED))).toBe(true);
  });
});
