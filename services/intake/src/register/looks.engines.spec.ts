import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LooksPage } from '@redress/service-kit';
import { person, STARTS_AT, TestIntake } from '../intake.fixture.ts';
import type { ComplaintPage } from './complaint.page.ts';

const [GRANTED, MANAGER] = [person({ capabilities: ['read-all', 'read-restricted'] }), person()];
const AUDITOR = person({ capabilities: ['read-all', 'audit'] });

describe('looks at restricted cases, on real PostgreSQL (INT-7)', () => {
  let intake: TestIntake;
  let restricted: string;
  let open: string;

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    [restricted, open] = [(await intake.file()).id, (await intake.file()).id];
    await intake.database.query(`UPDATE intake.complaints SET access = 'restricted' WHERE id = $1`, [restricted]);
  });
  beforeEach(() => intake.database.query('DELETE FROM intake.looks'));
  afterAll(() => intake?.close());

  const looks = async (query = '', reader = AUDITOR) => {
    const { body } = await intake.get<LooksPage>(`/looks${query}`, reader);
    return body.items.map(({ complaintId, personId, what, at }) => [complaintId, personId, what, at]);
  };
  const seen = (what: string) => [restricted, GRANTED.id, what, STARTS_AT];

  it.each([
    ['complaint', ''],
    ['timeline', '/timeline'],
    ['corrections', '/corrections'],
  ])('are recorded when the %s is read, and only of who may', async (what, path) => {
    expect((await intake.get(`/complaints/${restricted}${path}`, MANAGER)).status).toBe(404);
    expect(await looks()).toEqual([]);
    expect((await intake.get(`/complaints/${restricted}${path}`, GRANTED)).status).toBe(200);
    expect(await looks()).toEqual([seen(what)]);
  });

  it('are recorded when it stands in a list, a search or an export, and nowhere else', async () => {
    const lists = async (reader = GRANTED) => {
      const { body } = await intake.get<ComplaintPage>('/complaints', reader);
      const csv = await intake.get<string>('/complaints.csv?words=true', reader);
      return [body.items.some(({ id }) => id === restricted), csv.body.trim().split('\r\n').length - 1];
    };
    expect(await lists(MANAGER)).toEqual([false, 1]);
    expect(await looks()).toEqual([]);
    expect(await lists()).toEqual([true, 2]);
    expect(await looks()).toEqual([seen('export'), seen('list')]);
    await intake.get(`/complaints/${open}`, GRANTED);
    await intake.get('/complaints?access=open', GRANTED);
    expect(await looks()).toHaveLength(2);
  });

  it('are recorded where one of its matters is restricted', async () => {
    const { id } = await intake.file({ matters: [{ category: 'delivery' }, { category: 'price' }] });
    const look = async (reader: typeof MANAGER) => {
      expect((await intake.get(`/complaints/${id}`, reader)).status).toBe(200);
      return looks(`?complaintId=${id}`);
    };
    expect(await look(GRANTED)).toEqual([]);
    await intake.database.query(
      `UPDATE intake.matters SET access = 'restricted' WHERE complaint_id = $1 AND category = 'price'`,
      [id],
    );
    expect(await look(MANAGER)).toEqual([]);
    expect(await look(GRANTED)).toEqual([[id, GRANTED.id, 'complaint', STARTS_AT]]);
    await intake.database.query(`UPDATE intake.matters SET access = 'open' WHERE complaint_id = $1`, [id]);
  });

  it('are recorded of commands that are followed', async () => {
    const { id } = await intake.file();
    const note = await intake.post<{ commandId: string }>(`/complaints/${id}/notes`, { note: 'n' }, MANAGER);
    await intake.database.query(`UPDATE intake.complaints SET access = 'restricted' WHERE id = $1`, [id]);
    expect((await intake.get(`/commands/${note.body.commandId}`, MANAGER)).status).toBe(404);
    expect((await intake.get(`/commands/${note.body.commandId}`, GRANTED)).status).toBe(200);
    expect(await looks(`?complaintId=${id}`)).toEqual([[id, GRANTED.id, 'command', STARTS_AT]]);
    await intake.database.query(`UPDATE intake.complaints SET access = 'open' WHERE id = $1`, [id]);
  });

  it('are read by auditors, page by page, and by nobody else', async () => {
    for (const path of ['', '/timeline', '/corrections']) await intake.get(`/complaints/${restricted}${path}`, GRANTED);
    const first = (await intake.get<LooksPage>('/looks?limit=2', AUDITOR)).body;
    expect(first.items.map(({ what }) => what)).toEqual(['corrections', 'timeline']);
    const second = (await intake.get<LooksPage>(`/looks?limit=2&after=${first.next}`, AUDITOR)).body;
    expect([second.items.map(({ what }) => what), second.next]).toEqual([['complaint'], null]);
    expect(await looks(`?personId=${MANAGER.id}`)).toEqual([]);
    expect(await looks(`?from=${STARTS_AT}&personId=${GRANTED.id}`)).toHaveLength(3);
    expect(await looks(`?to=${STARTS_AT}`)).toEqual([]);
    expect((await intake.get('/looks', GRANTED)).status).toBe(403);
    expect((await intake.get('/looks?after=x', AUDITOR)).status).toBe(400);
  });

  it('are not told to whoever is complained of in the case', async () => {
    await intake.get(`/complaints/${restricted}`, GRANTED);
    const concerned = (people: readonly string[]) =>
      intake.database.query(`UPDATE intake.complaints SET concerned = $2 WHERE id = $1`, [restricted, people]);
    await concerned([AUDITOR.id]);
    expect(await looks()).toEqual([]);
    await concerned([]);
    expect(await looks()).toEqual([seen('complaint')]);
  });
});
