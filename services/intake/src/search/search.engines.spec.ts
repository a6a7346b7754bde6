import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/policy';
import { until } from '@redress/testkit';
import { person, TestIntake } from '../intake.fixture.ts';
import { TextVault } from '../persons/text.vault.ts';
import type { ComplaintPage } from '../register/complaint.page.ts';
import { SearchIndex } from './search.index.ts';
import { SearchIndexer } from './search.indexer.ts';

const MANAGER = person();
const GRANTED = person({ capabilities: ['read-all', 'read-restricted'] });

const OTHER = [{ category: 'delivery' }];

let intake: TestIntake;
const ids = new Map<string, string>();

/** Temporal and Kafka are out of reach all the while: search needs PostgreSQL only. */
beforeAll(async () => {
  intake = await TestIntake.open('api,consumers');
  const file = async (name: string, fields: object) => void ids.set(name, (await intake.file(fields)).id);
  await file('cooker', {
    ...{ language: 'zh', description: '新买的电压力锅漏气，在4S店旁边的门店买的。', wish: '退款', complainant: {} },
    matters: [{ category: 'product-quality', reference: 'ORD-10045', personComplainedOf: '王店长' }],
  });
  await file('parcel', {
    description: 'Two parcels were lost, and the drivers never answered.',
    complainant: { name: 'Grace Okafor', email: 'grace@example.com' },
    matters: [{ category: 'delivery', reference: 'ord 10046' }],
  });
  await file('leak', {
    description: 'The kettle leaks. 漏 气 is what my neighbour says.',
    complainant: {},
    matters: OTHER,
  });
  await file('other', {
    description: 'Nothing of the kind.',
    departmentId: 'logistics',
    complainant: {},
    matters: OTHER,
  });
  await intake.indexed();
});
afterAll(() => intake?.close());

const idOf = (name: string) => ids.get(name) ?? '';

async function find(q: string, more = '', actor: Actor = MANAGER): Promise<string[]> {
  const { status, body } = await intake.get<ComplaintPage>(`/complaints?q=${encodeURIComponent(q)}${more}`, actor);
  if (status !== 200) throw new Error(`${q}: ${status} ${JSON.stringify(body)}`);
  return body.items.map(({ id }) => [...ids].find(([, known]) => known === id)?.[0] ?? id).sort();
}

/** Adds a note as a command would. */
async function say(name: string, words: string): Promise<string> {
  const [row] = await intake.database.query<{ person_id: string }>(
    'SELECT person_id FROM intake.complaints WHERE id = $1',
    [idOf(name)],
  );
  const text = { complaintId: idOf(name), personId: row?.person_id ?? '', field: 'logContact', authorId: MANAGER.id };
  const vault = intake.app.get(TextVault, { strict: false });
  return intake.database.tx((tx) => vault.put(tx, { ...text, at: '2026-11-23T02:00:00.000Z', words }));
}

describe('the register is searched in full text', () => {
  it.each([
    ['漏气', ['cooker']],
    ['压力锅', ['cooker']],
    ['4s店', ['cooker']],
    ['店', ['refused']],
    ['王店长 退款', ['cooker']],
    ['PARCEL', ['parcel']],
    ['"drivers never"', ['parcel']],
    ['“never drivers”', []],
    ['ord-10045', ['cooker']],
    ['Ord10046 lost', ['parcel']],
    ['grace okafor', ['parcel']],
    ['grace@example.com', ['parcel']],
    ['the', ['leak', 'other', 'parcel']],
    ['kettle leak', ['leak']],
    ['微波炉', []],
  ])('%s', async (question, expected) => {
    expect(await find(question).catch(() => ['refused'])).toEqual(expected);
  });

  it.each([
    '、。',
    '""',
    Array.from({ length: 61 }, (_, n) => `w${n}`)
      .join(' ')
      .slice(0, 200),
  ])('refuses %s', async (q) => {
    const status = (await intake.get(`/complaints?q=${encodeURIComponent(q)}`)).status;
    expect(status).toBe(q.startsWith('w') ? 200 : 400);
  });

  it('together with every filter, and only for who may read it', async () => {
    expect(await find('the', '&departmentId=logistics')).toEqual(['other']);
    expect(await find('the', '&reference=ORD10046')).toEqual(['parcel']);
    const handler = person({ capabilities: ['read-department'], departmentId: 'logistics' });
    expect(await find('the', '', handler)).toEqual(['other']);
  });

  it('page by page, each complaint once', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await intake.get<ComplaintPage>(`/complaints?q=the&limit=1${after}`, MANAGER);
      seen.push(...body.items.map(({ id }) => id));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(seen.sort()).toEqual(['leak', 'other', 'parcel'].map(idOf).sort());
  });

  it('finds what was said later', async () => {
    expect(await find('courier')).toEqual([]);
    await say('other', 'The courier apologised. 快递员道歉了。');
    await intake.indexed();
    expect(await find('courier 道歉')).toEqual(['other']);
  });

  it('shows words that need a grant to nobody without it', async () => {
    const textId = await say('other', 'Whistleblower');
    await intake.database.query(`UPDATE intake.texts SET access = 'restricted' WHERE id = $1`, [textId]);
    await intake.indexed();
    expect(await find('whistleblower')).toEqual([]);
    expect(await find('whistleblower', '', GRANTED)).toEqual(['other']);
  });

  it('is made anew from nothing, and making it twice changes nothing', async () => {
    const rows = () =>
      intake.database.query('SELECT complaint_id, tokeniser, words FROM intake.search_entries ORDER BY 1');
    const before = await rows();
    await intake.database.query('UPDATE intake.search_entries SET tokeniser = 0');
    expect(await find('parcel')).toEqual([]);
    await intake.app.get(SearchIndex, { strict: false }).queueOutdated(intake.database);
    await intake.indexed();
    expect(await rows()).toEqual(before);
  });

  it('goes on when one complaint cannot be read', async () => {
    const broken = await say('leak', 'Broken later');
    await intake.indexed();
    await intake.database.query(`UPDATE intake.texts SET sealed = '\\x00' WHERE id = $1`, [broken]);
    await say('leak', 'Never indexed');
    await say('parcel', 'The courier found them.');
    await until(async () => (await find('courier found')).length === 1);
    await intake.indexed();
    await intake.database.query('DELETE FROM intake.texts WHERE id = $1', [broken]);
  });

  it('forgets a person with the key', async () => {
    await intake.database.query(
      'DELETE FROM intake.person_keys WHERE person_id = (SELECT person_id FROM intake.complaints WHERE id = $1)',
      [idOf('parcel')],
    );
    expect(await find('parcel')).toEqual([]);
    expect(await intake.count('intake.search_entries', 'complaint_id = $1', [idOf('parcel')])).toBe(0);
    expect(await intake.count('intake.matter_references', 'complaint_id = $1', [idOf('parcel')])).toBe(0);
    await intake.app.get(SearchIndex, { strict: false }).queue(intake.database, idOf('parcel'));
    await intake.indexed();
    expect(await intake.count('intake.search_entries', 'complaint_id = $1', [idOf('parcel')])).toBe(0);
  });

  it('is kept by one process at a time', async () => {
    const index = intake.app.get(SearchIndex, { strict: false });
    await intake.app.get(SearchIndexer, { strict: false }).beforeApplicationShutdown();
    await say('cooker', 'Once more');
    await intake.database.tx(async (tx) => {
      await index.indexNext(tx, 1);
      expect(await intake.database.tx((second) => index.indexNext(second, 1))).toBe(0);
    });
    expect(await intake.count('intake.search_queue')).toBe(0);
  });
});
