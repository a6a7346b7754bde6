import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { xlsxFile } from '../../exports/xlsx.file.ts';
import { sourceOf } from '../byte.source.ts';
import { LONGEST_ROW, MOST_CELLS } from '../import.limits.ts';
import type { StringStore } from './shared.strings.ts';
import { rowOf, stringsOf, workbookOf, zipOf, type WorkbookParts } from './xlsx.fixture.ts';
import { xlsxTable } from './xlsx.table.ts';

/** Keeps blocks as a database would, and counts how often it is asked. */
function memory(): StringStore & { readonly blocks: Map<number, readonly string[]>; asked: number } {
  const blocks = new Map<number, readonly string[]>();
  return {
    blocks,
    asked: 0,
    put: async (block, strings) => void blocks.set(block, [...strings]),
    get: async function (block) {
      this.asked += 1;
      return blocks.get(block) ?? [];
    },
  };
}

async function read(bytes: Buffer, store: StringStore = memory()) {
  const rows = [];
  for await (const row of (await xlsxTable(sourceOf(bytes), store)).rows) rows.push(row);
  return rows;
}

/** `line:cells` or `line!` of each row. */
const told = async (rows: string, change: WorkbookParts = {}) =>
  (await read(await workbookOf(rows, change))).map((row) =>
    'cells' in row ? `${row.line}:${row.cells.join('|')}` : `${row.line}!`,
  );

const written = (table: readonly (readonly string[])[]) =>
  buffer(
    xlsxFile(
      (async function* () {
        yield table;
      })(),
    ),
  );

describe('the rows of a spreadsheet', () => {
  it('are told with the line that the sheet says, filled up to the header, empty ones passed over', async () => {
    const rows = [
      '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c></row><row r="2"/><row r="4">',
      '<c r="B4" t="str"><v> b </v></c></row><row><c t="str"><v>x</v></c></row><row r="3"><c t="b"><v>1</v></c></row>',
    ];
    expect(await told(rows.join(''))).toEqual(['1:a||c', '4:|b|', '5:x||', '6:true||']);
  });

  it('hold texts of the list, of the cell itself, of formulas; in pieces, with marks of how they are read left out', async () => {
    const strings =
      '<sst><si><r><t>投</t></r><r><t>诉</t></r><rPh><t>tou su</t></rPh></si><si/><x:si xmlns:x="y"><x:t>&amp;</x:t></x:si></sst>';
    const cells =
      '<c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="str"><f>A1&amp;B1</f><v>sum</v></c><c t="inlineStr"><is><t>in</t><rPh><t>no</t></rPh></is></c>';
    expect(await told(`<row>${cells}</row>`, { 'xl/sharedStrings.xml': strings })).toEqual(['1:投诉|&|sum|in']);
  });

  it('hold numbers as they are shown, and dates as dates', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="&quot;day&quot;0[Red]"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
    const cell = (value: string, style: number) => `<c s="${style}"><v>${value}</v></c>`;
    const cells = [
      ...[cell('13800138000', 0), cell('1.3800138E10', 0), cell('0.30000000000000004', 0), cell('46349', 1)],
      ...[cell('46349.395833333336', 2), cell('7', 3), cell('0.5', 1), cell('1', 1), cell('9E99', 1)],
    ];
    const dates = ['2026-11-23', '2026-11-23T09:30:00', '7', '12:00:00', '1900-01-01', '9e+99'];
    const expected = ['13800138000', '13800138000', '0.3', ...dates].join('|');
    expect(await told(`<row>${cells.join('')}</row>`, { 'xl/styles.xml': styles })).toEqual([`1:${expected}`]);
  });

  it('count their days from 1904 where the book says so', async () => {
    const book = `<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet r:id="r0"/></sheets></workbook>`;
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const parts = { 'xl/workbook.xml': book, 'xl/styles.xml': styles };
    expect(await told('<row><c><v>44887</v></c></row>', parts)).toEqual(['1:2026-11-23']);
  });

  it.each([
    ['an error', '<row><c t="e"><v>#N/A</v></c></row>'],
    ['a text that is not there', '<row><c t="s"><v>9</v></c></row>'],
    ['a place that is none', '<row><c t="s"><v>-1</v></c></row>'],
    ['too much', rowOf('x'.repeat(LONGEST_ROW + 1))],
    ['too much in many cells', rowOf(...Array.from({ length: 11 }, () => 'x'.repeat(10_000)))],
    ['too many cells', rowOf(...Array.from({ length: MOST_CELLS + 1 }, () => 'x'))],
    ['a cell far out', '<row><c r="XFD1" t="str"><v>x</v></c></row>'],
  ])('go on after one with %s', async (_, row) => {
    const rows = await told(`${rowOf('a')}${row}${rowOf('b')}`, { 'xl/sharedStrings.xml': stringsOf(['only']) });
    expect(rows).toEqual(['1:a', '2!', '3:b']);
  });

  it('of a text that is written once and meant ten thousand times are refused, not unpacked', async () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(200);
    const strings = stringsOf(['x'.repeat(90_000)]);
    expect(await told(`${rowOf('a')}<row>${cells}</row>`, { 'xl/sharedStrings.xml': strings })).toEqual(['1:a', '2!']);
  });

  it('are what was written, defused and undone', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '-', '投', '<', '&', '"', '\r', '\n', ' ', '𝄞', 'a'),
      maxLength: 9,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const header = ['first', 'second'];
        const kept = rows.map((row) => row.map((one) => one.trim()));
        const expected = [header, ...kept.filter((row) => row.join('') !== '')];
        const back = await read(await written([header, ...rows]));
        expect(back.map((row) => ('cells' in row ? row.cells : null))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the list of texts', () => {
  const many = Array.from({ length: 40_000 }, (_, n) => `${n} ${'x'.repeat(500)}`);
  const cell = (n: number) => `<c t="s"><v>${n}</v></c>`;

  it('is read as far as it is asked for, put away, and found again', async () => {
    const store = memory();
    const rows = [0, 39_999, 1, 20_000, 0].map((n) => `<row>${cell(n)}</row>`).join('');
    const back = await read(await workbookOf(rows, { 'xl/sharedStrings.xml': stringsOf(many) }), store);
    expect(back.map((row) => ('cells' in row ? row.cells[0] : null))).toEqual(
      [0, 39_999, 1, 20_000, 0].map((n) => many[n]),
    );
    expect(store.asked).toBeGreaterThan(0);
    expect(store.blocks.size).toBe(Math.ceil(many.length / 64) - 1);
  });

  it('is not read beyond what the rows that are read need', async () => {
    const store = memory();
    const bytes = await workbookOf(`<row>${cell(70)}</row>`, { 'xl/sharedStrings.xml': stringsOf(many) });
    const { rows } = await xlsxTable(sourceOf(bytes), store);
    await rows.next();
    await rows.return();
    expect(store.blocks.size).toBeLessThan(10);
  });
});

describe('a spreadsheet that is none', () => {
  const ENTITIES = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>';
  const BOMB = `<styleSheet>${'<xf numFmtId="14"/>'.repeat(500_000)}</styleSheet>`;
  const sheet = (xml: string | Buffer) => ({ 'xl/worksheets/sheet1.xml': xml });

  it.each<[string, () => Promise<Buffer>]>([
    ['no zip file', async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(500)])],
    ['half of one', async () => (await workbookOf(rowOf('a'))).subarray(0, 300)],
    ['a zip file of something else', () => zipOf({ 'readme.txt': 'hello' })],
    ['no sheet', () => workbookOf('', { 'xl/worksheets/sheet1.xml': null })],
    ['no list of what is in it', () => workbookOf('', { '_rels/.rels': null })],
    ['a sheet that is cut', () => workbookOf('', sheet('<worksheet><sheetData><row><c'))],
    ['a sheet of another alphabet', () => workbookOf('', sheet(Buffer.from('<worksheet/>', 'utf16le')))],
    ['entities of its own', () => workbookOf('', sheet(`${ENTITIES}<worksheet>&b;</worksheet>`))],
    ['a file of the machine', () => workbookOf('', sheet('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'))],
    ['a text without end', () => workbookOf(`<row><c><v>${'7'.repeat(3_000_000)}`)],
    ['an attribute without end', () => workbookOf(`<row r="${'7'.repeat(3_000_000)}`)],
    [
      'a target outside',
      () =>
        workbookOf('', {
          'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r0" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>`,
        }),
    ],
    ['more parts than any', () => zipOf(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`p${n}`, ''])))],
  ])('holds %s', async (_, make) => {
    await expect(make().then((bytes) => read(bytes))).rejects.toMatchObject({
      refusal: { code: 'spreadsheet-broken' },
    });
  });

  it('unpacks to more than it may', async () => {
    const styles = Buffer.from(BOMB);
    const bytes = await workbookOf(rowOf('a'), { 'xl/styles.xml': styles });
    expect(bytes.length).toBeLessThan(60_000);
    await expect(read(bytes)).rejects.toMatchObject({ refusal: { code: 'spreadsheet-too-large' } });
  });

  it('says that it unpacks to less than it does', async () => {
    const styles = Buffer.from(BOMB);
    const bytes = await workbookOf(rowOf('a'), { 'xl/styles.xml': styles });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(styles.length);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at)) bytes.writeUInt32LE(100, at);
    await expect(read(bytes)).rejects.toMatchObject({ refusal: { code: 'spreadsheet-too-large' } });
  });

  it('has its bytes changed', async () => {
    const sound = await workbookOf(rowOf('a', 'b'));
    for (let at = 0; at < sound.length; at += 7) {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      const outcome = await read(bytes).catch(
        (fault: { refusal?: { code: string } }) => fault.refusal?.code ?? String(fault),
      );
      expect(Array.isArray(outcome) ? 'rows' : outcome).toMatch(/^(rows|spreadsheet-(broken|too-large))$/);
    }
  });
});
