import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sourceOf } from '../imports/byte.source.ts';
import { loadFile } from '../imports/import.fixture.ts';
import { xlsxTable } from '../imports/xlsx/xlsx.table.ts';
import { person, TestIntake } from '../intake.fixture.ts';
import { undefused } from './csv.line.ts';

const MANAGER = person();
const MANY = 210;
/** Texts stand in their cells. */
const NO_STRINGS = { put: () => Promise.reject(new Error('none')), get: () => Promise.reject(new Error('none')) };

let intake: TestIntake;

beforeAll(async () => {
  intake = await TestIntake.open('api,consumers');
  await intake.file({
    ...{
      description: '=HYPERLINK("http://x","Lost, ""again""")\nin the post',
      wish: undefined,
      departmentId: 'logistics',
    },
    ...{ complainant: { name: '@Grace', mobile: '+44 7700 900123' }, channel: 'chat' },
    matters: [
      { category: 'delivery', reference: '-1' },
      { category: 'price', reference: 'B' },
    ],
  });
  const rows = Array.from({ length: MANY }, (_, n) => `web-form,delivery,sales,Number ${n}.,2026-11-0${1 + (n % 9)}`);
  const file = ['channel,category,departmentId,description,receivedAt', ...rows].join('\n');
  expect((await loadFile(intake, MANAGER, file)).loaded).toBe(MANY);
  await intake.indexed();
}, 120_000);
afterAll(() => intake?.close());

async function exported(query = '', actor = MANAGER): Promise<Record<string, string>[]> {
  const { status, body } = await intake.get<string>(`/complaints.csv${query}`, actor);
  if (status !== 200) throw new Error(`${status} ${body}`);
  return parse(body, { columns: true, bom: true });
}

describe('a list as a spreadsheet', () => {
  it('holds every complaint of the list once, in its order, however many pages it has', async () => {
    const rows = await exported();
    expect(rows).toHaveLength(MANY + 1);
    expect(new Set(rows.map((row) => row['number'])).size).toBe(MANY + 1);
    const received = rows.map((row) => row['receivedAt']);
    expect(received).toEqual([...received].sort().reverse());
  });

  it('is narrowed as the list is, and holds no words unless they are asked for', async () => {
    const [row, ...others] = await exported('?departmentId=logistics');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      channel: 'chat',
      category: 'delivery; price',
      stage: 'received',
      departmentId: 'logistics',
    });
    expect(JSON.stringify(row)).not.toContain('Grace');
    expect(await exported('?q=%22Number%207%22')).toHaveLength(1);
  });

  it('begins no formula, whatever somebody has written', async () => {
    const [row] = await exported('?departmentId=logistics&words=true');
    expect(row).toMatchObject({
      ...{ name: "'@Grace", mobile: "'+44 7700 900123", reference: "'-1; B" },
      description: `'=HYPERLINK("http://x","Lost, ""again""")\nin the post`,
    });
  });

  it('shows nobody what the list does not show', async () => {
    const stranger = person({ capabilities: ['read-department'], departmentId: 'logistics' });
    expect(await exported('', stranger)).toHaveLength(1);
    expect((await intake.get('/complaints.csv', person({ capabilities: ['register'] }))).status).toBe(403);
  });

  it('refuses what the list refuses, before it begins', async () => {
    for (const format of ['csv', 'xlsx'])
      for (const query of ['?q=%EF%BC%8C', '?stage=none', '?after=x', '?limit=1'])
        expect((await intake.get(`/complaints.${format}${query}`, MANAGER)).status).toBe(400);
  });

  it('is the same table as an XLSX', async () => {
    const bytes = await intake.bytes('/complaints.xlsx?words=true', MANAGER);
    const table = [];
    for await (const row of (await xlsxTable(sourceOf(bytes), NO_STRINGS)).rows)
      table.push('cells' in row ? row.cells : row.broken);
    const csv = await exported('?words=true');
    expect(table).toEqual([Object.keys(csv[0] ?? {}), ...csv.map((row) => Object.values(row).map(undefused))]);
  });

  it('can be loaded again as it was', async () => {
    const { body } = await intake.get<string>('/complaints.csv?departmentId=logistics&words=true', MANAGER);
    const single = body.replace('delivery; price', 'delivery').replace("'-1; B", "'-1");
    const view = await loadFile(intake, MANAGER, single, { query: '?name=again' });
    const loaded = await intake.get(`/complaints/${view.rows[0]?.complaintId}`, MANAGER);
    expect(loaded.body).toMatchObject({ complainant: { name: '@Grace', mobile: '+44 7700 900123' } });
  });
});
