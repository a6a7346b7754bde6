import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, TestIntake } from '../intake.fixture.ts';
import type { ComplaintPage } from '../register/complaint.page.ts';
import { countsOf, csvOf, ended, HEADER, loadFile, rowsOf } from './import.fixture.ts';
import { ImportDoor } from './import.door.ts';
import { importQuery } from './import.query.ts';
import type { ImportPage, ImportReceipt } from './import.view.ts';

const MANAGER = person();
const MOST_BYTES = 1024 * 1024;
/** `投诉漏气` in GBK. */
const LEAKS = Buffer.from([0xcd, 0xb6, 0xcb, 0xdf, 0xc2, 0xa9, 0xc6, 0xf8]);

let intake: TestIntake;

beforeAll(async () => void (intake = await TestIntake.open('api,consumers', { REDRESS_IMPORT_MOST_MB: '1' })));
afterAll(() => intake?.close());

const send = (file: string | Buffer, query = '', type = 'text/csv') =>
  intake.send<ImportReceipt>('POST', `/imports${query}`, MANAGER, file, type);
const load = (file: string | Buffer, query = '', type = 'text/csv') => loadFile(intake, MANAGER, file, { query, type });

describe('an import of new complaints', () => {
  const MIXED = csvOf(
    'hotline,delivery,sales,"Lost, and\nnobody knows where.",Grace Okafor,+44 7700 900123,ORD-1',
    'pigeon,,sales,No channel,,,',
    'hotline,delivery,sales,"A mark "inside",,,',
    'hotline,delivery,sales,Half a row',
    'chat,price,sales,Too dear.,,,ORD-2',
    'chat,price,sales,Too dear.,,,ORD-2',
  );

  it('loads the good rows and tells the bad ones with line and reason', async () => {
    const before = await intake.count('intake.complaints');
    const view = await load(MIXED);
    expect(countsOf(view)).toEqual([2, 1, 0, 3]);
    expect(view.rows.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
      ...['2 loaded', '4 refused', '5 refused', '6 refused', '7 loaded', '8 known'],
    ]);
    expect(view.rows[1]?.faults.map(({ column }) => column)).toEqual(['channel', 'category']);
    expect(view).toMatchObject({ mapping: 'own columns', encoding: 'utf-8', format: 'csv', columnsIgnored: [] });
    expect(view).toMatchObject({ state: 'done', share: 1, line: 8, createdBy: MANAGER.id, stopped: null });
    expect(await intake.count('intake.complaints')).toBe(before + 2);
  });

  it('registers them as if they had been filed one by one: clocks, messages and a process to start', async () => {
    const { rows } = await load(csvOf('hotline,delivery,sales,As filed.,,,ORD-3'));
    const values = [rows[0]?.complaintId];
    expect(await intake.count('intake.duties', `complaint_id = $1 AND kind IN ('respond', 'solve')`, values)).toBe(2);
    expect(await intake.count('intake.messages', 'complaint_id = $1', values)).toBe(1);
    expect(await intake.count('intake.outbox', `queue = 'start' AND key = $1`, values)).toBe(1);
    await intake.indexed();
    const found = await intake.get<ComplaintPage>('/complaints?reference=ord3', MANAGER);
    expect(found.body.items.map(({ number }) => number)).toEqual([rows[0]?.number]);
  });

  it('sent twice, or by two at the same time, is one', async () => {
    const rows = csvOf(...Array.from({ length: 20 }, (_, n) => `hotline,delivery,sales,Row ${n}.,,,TWICE-${n}`));
    const [first, second] = await Promise.all([load(rows), load(rows)]);
    expect(first.refused + second.refused).toBe(0);
    expect(new Set([...first.rows, ...second.rows].map(({ complaintId }) => complaintId)).size).toBe(20);
    const third = await load(rows);
    expect(countsOf(third)).toEqual([0, 20, 0, 0]);
    expect(countsOf(await load(rows, '?name=once-more'))).toEqual([20, 0, 0, 0]);
    expect(first.loaded + second.loaded).toBe(20);
  });

  it('follows a mapping that comes with it', async () => {
    const mapping = {
      ...{ name: 'ours', needs: ['Text'], columns: { description: ['Title', 'Text'], channel: 'Way' } },
      ...{
        codes: { channel: { Tel: 'hotline', '*': 'letter' } },
        always: { category: 'price', departmentId: 'sales' },
      },
    };
    const asked = `?mapping=${encodeURIComponent(JSON.stringify(mapping))}`;
    const view = await load('Title;Text;Way;Colour\nOne;"A; b";Tel;red\nTwo;C;Owl;blue', asked);
    expect([countsOf(view), view.columnsIgnored]).toEqual([[2, 0, 0, 0], ['Colour']]);
    const { body } = await intake.get<{ channel: string; description: string }>(
      `/complaints/${view.rows[0]?.complaintId}`,
      MANAGER,
    );
    expect(body).toMatchObject({ channel: 'hotline', description: 'One\nA; b' });
  });

  it.each([
    [
      'GBK, as its bytes tell',
      Buffer.concat([Buffer.from(`${csvOf('chat,price,sales,')}`), LEAKS, Buffer.from(',,,G1')]),
      '',
    ],
    [
      'GBK, as it is named',
      Buffer.concat([Buffer.from(`${csvOf('chat,price,sales,')}`), LEAKS, Buffer.from(',,,G2')]),
      '?encoding=gbk',
    ],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${csvOf('chat,price,sales,投诉漏气,,,U1')}`, 'utf16le'), ''],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csvOf('chat,price,sales,投诉漏气,,,U2')}`), ''],
  ])('is read in %s', async (_, bytes, query) => {
    const { rows } = await load(bytes, query);
    const { body } = await intake.get<{ description: string }>(`/complaints/${rows[0]?.complaintId}`, MANAGER);
    expect(body.description).toBe('投诉漏气');
  });
});

describe('an import of history', () => {
  const HISTORY = 'channel,category,departmentId,description,receivedAt,closedAt,closing,level\n';

  it('stores ended complaints: no clock, no message, no process', async () => {
    const row = 'letter,price,sales,Long ago.,2020-01-01,2020-01-05,solved,2\n';
    const view = await load(`${HISTORY}${row}letter,price,sales,Not over.,2020-01-01,,,\n`, '?history=true');
    expect(countsOf(view)).toEqual([1, 0, 0, 1]);
    expect(view.rows[1]?.faults.map(({ column }) => column)).toEqual(['closing']);
    const id = view.rows[0]?.complaintId;
    const { body } = await intake.get(`/complaints/${id}`, MANAGER);
    expect(body).toMatchObject({
      stage: 'ended',
      closing: 'solved',
      level: '2',
      receivedAt: '2020-01-01T00:00:00.000Z',
    });
    for (const table of ['duties', 'messages', 'rungs', 'notices'])
      expect(await intake.count(`intake.${table}`, 'complaint_id = $1', [id])).toBe(0);
    expect(await intake.count('intake.outbox', `queue = 'start' AND key = $1`, [id])).toBe(0);
    const [ended] = await intake.database.query<{ at: string }>(
      `SELECT to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS at FROM intake.complaints WHERE id = $1`,
      [id],
    );
    expect(ended?.at).toBe('2020-01-05');
    expect(countsOf(await load(`${HISTORY}${row}`, '?history=true'))).toEqual([0, 1, 0, 0]);
  });

  it.each([
    ['ends before it began', 'letter,price,sales,A.,2020-01-05,2020-01-01,solved,', 'closedAt'],
    ['ends in the future', 'letter,price,sales,B.,2020-01-05,2030-01-01,solved,', 'closedAt'],
    ['has a level that there is not', 'letter,price,sales,C.,2020-01-05,,solved,9', 'level'],
  ])('refuses a row that %s', async (_, row, column) => {
    const { rows } = await load(`${HISTORY}${row}`, '?history=true');
    expect(rows[0]?.faults.map((fault) => fault.column)).toEqual([column]);
  });
});

describe('a file that cannot be taken', () => {
  it.each([
    ['nothing', '', '', 422, 'file-empty'],
    ['other columns', 'a,b\n1,2', '', 422, 'no-mapping-fits'],
    ['a column twice', 'description,description\n1,2', '', 422, 'columns-twice'],
    ['a header that is broken', '"a"b,c\n1,2', '', 422, 'header-broken'],
    [
      'another encoding than named',
      Buffer.concat([Buffer.from(HEADER), LEAKS]),
      '?encoding=utf-8',
      422,
      'text-not-sound',
    ],
    ['an encoding that there is not', HEADER, '?encoding=ebcdic', 422, 'encoding-unknown'],
    ['bytes that are no text', Buffer.from([0xff, 0xff, 0x80, 0xff, 0x0a]), '', 422, 'encoding-not-detected'],
    ['a mapping that there is not', HEADER, '?mapping=none', 422, 'no-such-mapping'],
    ['a mapping that is none', HEADER, `?mapping=${encodeURIComponent('{"name":1}')}`, 400, 'invalid-input'],
    [
      'columns that its mapping needs and it lacks',
      HEADER,
      '?mapping=reviews%20with%20a%20label',
      422,
      'columns-missing',
    ],
    ['too many bytes', Buffer.alloc(MOST_BYTES + 1, 'a'), '', 413, 'too-large'],
  ])('holds %s', async (_, bytes, query, status, code) => {
    const before = await intake.count('intake.complaints');
    expect(await send(bytes, query)).toMatchObject({ status, body: { code } });
    expect(await intake.count('intake.complaints')).toBe(before);
  });

  it('is of another kind', async () => {
    expect((await send('{}', '', 'application/json')).status).toBe(415);
    expect((await send(HEADER, '', 'text/plain')).status).toBe(415);
    expect((await intake.send('POST', '/complaints', MANAGER, HEADER, 'text/csv')).status).toBe(415);
  });

  it('stops where it is not sound, and says what has been loaded', async () => {
    const rows = Array.from({ length: 90 }, (_, n) => `chat,price,sales,投${'x'.repeat(4_000)} ${n}.,,,STOP-${n}`);
    const pieces = [Buffer.from(csvOf(...rows)), Buffer.from([0xff, 0xfe, 0xff])];
    const before = await intake.count('intake.complaints');
    const { body } = await intake.send<ImportReceipt>('POST', '/imports', MANAGER, Readable.from(pieces), 'text/csv');
    const view = await ended(intake, MANAGER, body.id);
    expect(view).toMatchObject({ state: 'stopped', stopped: { code: 'text-not-sound', facts: { encoding: 'utf-8' } } });
    expect([view.line, view.loaded]).toEqual([65, 64]);
    expect(await intake.count('intake.complaints')).toBe(before + 64);
    expect(await kept(body.id)).toBe(0);
  });

  it('breaks off on its way, and nothing of it is kept', async () => {
    const before = await intake.count('intake.imports');
    const half = async function* () {
      yield Buffer.from(csvOf('chat,price,sales,Half.,,,HALF'));
      yield Buffer.alloc(300_000, 'a');
      throw new Error('the line is cut');
    };
    const door = intake.app.get(ImportDoor, { strict: false });
    await expect(door.take(half(), importQuery.parse({}), MANAGER)).rejects.toThrow('the line is cut');
    expect(await intake.count('intake.imports')).toBe(before);
    expect(await intake.count('intake.import_parts')).toBe(0);
  });
});

/** Parts and keys of an import that can still be read. */
async function kept(id: string): Promise<number> {
  return (
    (await intake.count('intake.import_parts', 'import_id = $1', [id])) +
    (await intake.count('intake.person_keys', 'person_id = $1', [id]))
  );
}

describe('an import', () => {
  it('is told in a list, newest first, and its rows page by page', async () => {
    const rows = Array.from(
      { length: 130 },
      (_, n) => `${n % 2 === 0 ? 'chat' : 'owl'},price,sales,Told ${n}.,,,TOLD-${n}`,
    );
    const view = await load(csvOf(...rows));
    expect(countsOf(view)).toEqual([65, 0, 0, 65]);
    expect(view.rows.map(({ line }) => line)).toEqual(rows.map((_, n) => n + 2));
    const refused = await rowsOf(intake, MANAGER, view.id, '&outcome=refused');
    expect(refused.map(({ line }) => line)).toEqual(view.rows.map(({ line }) => line).filter((line) => line % 2 === 1));
    const last = await load(csvOf('chat,price,sales,Last.,,,LAST'));
    const first = await intake.get<ImportPage>('/imports?limit=1', MANAGER);
    const second = await intake.get<ImportPage>(`/imports?limit=1&after=${first.body.next}`, MANAGER);
    expect([first, second].map(({ body }) => body.items[0]?.id)).toEqual([last.id, view.id]);
  });

  it('gives its refused rows as a file of lines, columns and reasons', async () => {
    const { id } = await load(csvOf('owl,,sales,=1+1,,,', 'chat,price,sales'));
    const { body } = await intake.get<string>(`/imports/${id}/refused.csv`, MANAGER);
    const [header, ...lines] = body.replace('\ufeff', '').trim().split('\r\n');
    expect([header, lines.map((line) => line.split(',').slice(0, 2).join())]).toEqual([
      'line,column,reason',
      ['2,channel', '2,category', '3,'],
    ]);
    expect(body).not.toContain('1+1');
  });

  it('keeps nothing of its file when it is over, and while it lasts nothing that can be read', async () => {
    const { id } = await load(csvOf('chat,price,sales,Whispered.,,,W'));
    expect(await kept(id)).toBe(0);
  });

  it('that there is not is not found', async () => {
    for (const path of ['', '/rows', '/refused.csv'])
      expect((await intake.get(`/imports/${MANAGER.id}${path}`, MANAGER)).status).toBe(404);
  });
});

describe('a file in the form of a browser', () => {
  const BOUNDARY = '----form';
  const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
  const part = (content: string | Buffer, name = 'complaints.csv', field = 'file') =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n`),
      Buffer.from('Content-Type: text/csv\r\n\r\n'),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const field = Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="send"\r\n\r\nyes\r\n`);
  const form = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  const row = (n: number) => csvOf(`chat,price,sales,From a form ${n}.,,,FORM-${n}`);

  it('loads as the file alone does, and once', async () => {
    expect(countsOf(await load(form(field, part(row(1))), '', TYPE))).toEqual([1, 0, 0, 0]);
    expect(countsOf(await load(row(1)))).toEqual([0, 1, 0, 0]);
    const gbk = Buffer.concat([Buffer.from(`${HEADER}\r\nchat,price,sales,`), LEAKS, Buffer.from(',,,FORM-2')]);
    expect(await load(form(part(gbk)), '', TYPE)).toMatchObject({ encoding: 'gb18030', loaded: 1 });
  });

  it.each([
    ['two files', form(part(row(3)), part(row(4))), TYPE, 400, 'invalid-input'],
    ['no file', form(field), TYPE, 400, 'invalid-input'],
    ['a file that nobody chose', form(part('', '')), TYPE, 400, 'invalid-input'],
    ['fields without end', form(...Array.from({ length: 50 }, () => field), part(row(3))), TYPE, 400, 'invalid-input'],
    ['a file that is too large', form(part(Buffer.alloc(MOST_BYTES + 1, 'a'))), TYPE, 413, 'too-large'],
    ['much too much', form(part(Buffer.alloc(MOST_BYTES * 2, 'a'))), TYPE, 413, 'too-large'],
    ['an end that never comes', part(row(3)), TYPE, 400, 'malformed'],
    ['nothing', Buffer.from('x'), TYPE, 400, 'malformed'],
    ['no boundary', form(part(row(3))), 'multipart/form-data', 400, 'malformed'],
    ['another boundary', form(part(row(3))), 'multipart/form-data; boundary=other', 400, 'malformed'],
  ])('holds %s, and is refused before anything loads', async (_, bytes, type, status, code) => {
    const before = await intake.count('intake.complaints');
    expect(await send(bytes, '', type)).toMatchObject({ status, body: { code } });
    expect(await intake.count('intake.complaints')).toBe(before);
  });

  it('is taken by imports alone', async () => {
    expect((await intake.send('POST', '/complaints', MANAGER, form(part(row(3))), TYPE)).status).toBe(415);
  });
});
