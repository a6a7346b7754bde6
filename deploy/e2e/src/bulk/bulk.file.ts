import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const COLUMNS = [
  ...['channel', 'category', 'departmentId', 'description', 'name', 'mobile', 'reference'],
  ...['receivedAt', 'closing'],
];
/** One row in so many is broken. */
export const BROKEN_ONE_IN = 10;
const CHANNELS = ['hotline', 'chat', 'web-form', 'letter'];
const WORDS =
  'The parcel has been out for delivery for nine days, and nobody knows where it is. 包裹在配送途中已经九天。';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The cells of row `n`, from 0: a complaint of history, or in every tenth a channel that there is not. */
function cellsOf(n: number): string[] {
  const channel = n % BROKEN_ONE_IN === 0 ? 'pigeon' : (CHANNELS[n % CHANNELS.length] ?? '');
  const day = String(1 + (n % 28)).padStart(2, '0');
  return [
    ...[channel, 'delivery', 'logistics', `${WORDS} (${n})`, `Grace Okafor ${n}`, `+44 7700 ${100_000 + n}`],
    ...[`ORD-${n}`, `2026-0${1 + (n % 9)}-${day}`, 'solved'],
  ];
}

/** Writes a file with so many rows beside its header, as it goes: it is never in memory. */
export async function writeBulkFile(path: string, rows: number): Promise<void> {
  if (path.endsWith('.csv')) return pipeline(Readable.from(csvText(rows)), createWriteStream(path));
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(xml), name);
  zip.addReadStream(Readable.from(sheetXml(rows), { objectMode: false }), 'xl/worksheets/sheet1.xml');
  zip.addReadStream(Readable.from(stringsXml(rows), { objectMode: false }), 'xl/sharedStrings.xml');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function* csvText(rows: number): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for (let n = 0; n < rows; n += 1)
    yield `${cellsOf(n)
      .map((cell) => `"${cell}"`)
      .join(',')}\r\n`;
}

const PARTS: Readonly<Record<string, string>> = {
  '_rels/.rels': `<Relationships><Relationship Id="r" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns:r="${RELATION}"><sheets><sheet name="complaints" r:id="r0"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r0" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r1" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
};

/** As spreadsheets are saved: each text stands in a list, and the cell says which it is. */
function* sheetXml(rows: number): Generator<string> {
  yield '<worksheet><sheetData>';
  for (let n = -1; n < rows; n += 1) {
    const first = (n + 1) * COLUMNS.length;
    yield `<row r="${n + 2}">${COLUMNS.map((_, at) => `<c t="s"><v>${first + at}</v></c>`).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function* stringsXml(rows: number): Generator<string> {
  yield `<sst>${COLUMNS.map(textXml).join('')}`;
  for (let n = 0; n < rows; n += 1) yield cellsOf(n).map(textXml).join('');
  yield '</sst>';
}

function textXml(text: string): string {
  return `<si><t>${text}</t></si>`;
}
