import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApiFixture, type ApiFixture } from '../staffing.api.fixture.ts';

const POLICE = {
  kind: 'police',
  title: { zh: '城东派出所', en: 'East police station' },
  phone: '110',
  person: { name: 'Officer Canary', phone: '13900001111' },
};

describe('the contact list on real PostgreSQL (WRK-1)', () => {
  let api: ApiFixture;
  let policeId: string;

  beforeAll(async () => {
    api = await openApiFixture();
    policeId = (await api.call('alex.stone', 'POST', '/contacts', POLICE)).body.id;
  });
  afterAll(() => api?.close());

  it('is kept by administrators and read by everybody who works here', async () => {
    expect((await api.call('mei.chen', 'POST', '/contacts', POLICE)).status).toBe(403);
    expect((await api.call('mei.chen', 'PATCH', `/contacts/${policeId}`, { phone: '119' })).status).toBe(403);
    expect((await api.call('mei.chen', 'DELETE', `/contacts/${policeId}`)).status).toBe(403);
    expect((await api.call('mei.chen', 'GET', `/contacts/${policeId}`)).body).toEqual({
      id: policeId,
      email: null,
      departmentId: null,
      ...POLICE,
    });
  });

  it('keeps named persons outside encrypted, and the organisation readable', async () => {
    const [row] = await api.database.query<{ everything: string }>(
      `SELECT c::text AS everything FROM staffing.contacts AS c WHERE id = $1`,
      [policeId],
    );
    for (const text of ['Officer Canary', '13900001111']) {
      expect(row?.everything).not.toContain(text);
      expect(row?.everything).not.toContain(Buffer.from(text).toString('hex'));
    }
    expect(row?.everything).toContain('East police station');
  });

  it('changes what is named and nothing else', async () => {
    const changed = await api.call('alex.stone', 'PATCH', `/contacts/${policeId}`, {
      email: 'east@police.example',
      departmentId: 'sales',
    });
    expect(changed.body).toMatchObject({ ...POLICE, email: 'east@police.example', departmentId: 'sales' });
  });

  it.each([
    ['a department that nobody knows', { departmentId: 'nowhere' }, 422],
    ['nothing to reach anybody by', { phone: null, email: null, person: null }, 422],
    ['letters for a number', { phone: 'call me' }, 400],
    ['a kind of its own', { kind: 'friend' }, 400],
  ])('refuses %s', async (_why, change, status) => {
    expect((await api.call('alex.stone', 'PATCH', `/contacts/${policeId}`, change)).status).toBe(status);
  });

  it('is listed by kind, page by page', async () => {
    for (const kind of ['supplier', 'hospital', 'supplier', 'regulator'])
      await api.call('alex.stone', 'POST', '/contacts', { ...POLICE, kind, person: null });
    const kinds: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await api.call('mei.chen', 'GET', `/contacts?limit=2${next === '' ? '' : `&after=${next}`}`);
      kinds.push(...body.items.map(({ kind }: { kind: string }) => kind));
      next = body.next;
    }
    const all = (await api.call('mei.chen', 'GET', '/contacts')).body.items;
    expect(kinds).toEqual(all.map(({ kind }: { kind: string }) => kind));
    expect(kinds).toEqual([...kinds].sort());
    expect((await api.call('mei.chen', 'GET', '/contacts?kind=supplier')).body.items).toHaveLength(
      kinds.filter((kind) => kind === 'supplier').length,
    );
    expect((await api.call('mei.chen', 'GET', '/contacts?after=nonsense')).status).toBe(400);
  });

  it('takes the key away with the entry', async () => {
    expect((await api.call('alex.stone', 'DELETE', `/contacts/${policeId}`)).status).toBe(204);
    expect((await api.call('mei.chen', 'GET', `/contacts/${policeId}`)).status).toBe(404);
    expect((await api.call('alex.stone', 'DELETE', `/contacts/${policeId}`)).status).toBe(404);
    const keys = await api.database.query('SELECT 1 FROM staffing.person_keys WHERE person_id = $1', [policeId]);
    expect(keys).toEqual([]);
  });
});
