import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, TestIntake } from '../intake.fixture.ts';
import { countsOf, csvOf, HEADER, loadFile } from './import.fixture.ts';
import { XLSX_TYPE } from './import.body.ts';
import type { ImportReceipt } from './import.view.ts';
import { rowOf, stringsOf, workbookOf } from './xlsx/xlsx.fixture.ts';

const MANAGER = person();

let intake: TestIntake;

beforeAll(async () => void (intake = await TestIntake.open('api,consumers')));
afterAll(() => intake?.close());

const load = (bytes: Buffer) => loadFile(intake, MANAGER, bytes, { type: XLSX_TYPE });
const send = (bytes: Buffer) => intake.send<ImportReceipt>('POST', '/imports', MANAGER, bytes, XLSX_TYPE);

describe('an import of a spreadsheet', () => {
  const header = HEADER.split(',');

  it('loads its first sheet as the CSV of it would', async () => {
    const table = [header, ['chat', 'price', 'sales', '太贵', '', "'+44 7700 900123", 'X-1'], ['owl']];
    const sheet = table.map((cells) => rowOf(...cells)).join('');
    const view = await load(await workbookOf(sheet));
    expect([view.format, view.encoding, ...countsOf(view)]).toEqual(['xlsx', null, 1, 0, 0, 1]);
    const { body } = await intake.get(`/complaints/${view.rows[0]?.complaintId}`, MANAGER);
    expect(body).toMatchObject({ description: '太贵', complainant: { mobile: '+44 7700 900123' } });
    expect(countsOf(await loadFile(intake, MANAGER, csvOf('chat,price,sales,太贵,,+44 7700 900123,X-1')))).toEqual([
      0, 1, 0, 0,
    ]);
  });

  it('with more texts than are kept in memory finds each of them', async () => {
    const texts = [
      ...header,
      'chat',
      'price',
      'sales',
      ...Array.from({ length: 400 }, (_, n) => `Text ${n} ${'x'.repeat(400)}`),
    ];
    const rows = texts.slice(10).map((_, n) => [7, 8, 9, 409 - n].map((at) => `<c t="s"><v>${at}</v></c>`).join(''));
    const sheet = [header.map((_, at) => `<c t="s"><v>${at}</v></c>`).join(''), ...rows].map(
      (cells) => `<row>${cells}</row>`,
    );
    const view = await load(await workbookOf(sheet.join(''), { 'xl/sharedStrings.xml': stringsOf(texts) }));
    expect(countsOf(view)).toEqual([400, 0, 0, 0]);
    const { body } = await intake.get(`/complaints/${view.rows[0]?.complaintId}`, MANAGER);
    expect(body).toMatchObject({ description: texts.at(-1) });
  });

  it.each([
    ['no spreadsheet, whatever it is called', Buffer.from('PK\u0003\u0004 and so on'), 'spreadsheet-broken'],
    ['one of long ago', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'spreadsheet-old-or-locked'],
    ['nothing', Buffer.alloc(0), 'file-empty'],
  ])('holds %s', async (_, bytes, code) => {
    expect(await send(bytes)).toMatchObject({ status: 422, body: { code } });
  });

  it('that has no row is empty', async () => {
    expect(await send(await workbookOf(''))).toMatchObject({ status: 422, body: { code: 'file-empty' } });
  });

  it('breaks off where it is broken, and what stands before is loaded', async () => {
    const rows = Array.from({ length: 100 }, (_, n) =>
      rowOf('chat', 'price', 'sales', `Broken ${n}`, '', '', `BR-${n}`),
    );
    const sheet = `<worksheet>${rowOf(...header)}${rows.join('')}${'<a/>'.repeat(9_000)}</row></worksheet>`;
    const view = await load(await workbookOf('', { 'xl/worksheets/sheet1.xml': sheet }));
    expect(view).toMatchObject({ state: 'stopped', stopped: { code: 'spreadsheet-broken' }, loaded: 64, line: 65 });
  });
});
