import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { defused } from './csv.line.ts';
import type { TablePage } from './table.page.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything of an XLSX with one sheet but the sheet. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="complaints" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};
const SHEET = 'xl/worksheets/sheet1.xml';
/** What a cell of a spreadsheet holds; what is beyond it is cut. */
const MOST_CHARACTERS = 32_767;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** No document of XML may hold them. */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A table as XLSX while its pages are read. Each cell is text, which is never calculated, and defused beside (INT-13). */
export function xlsxFile(pages: AsyncIterable<TablePage>): Readable {
  const zip = new ZipFile();
  const file = new PassThrough();
  for (const [name, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(HEAD + xml), name);
  const sheet = Readable.from(sheetXml(pages), { objectMode: false });
  sheet.once('error', (fault) => file.destroy(fault));
  file.once('close', () => sheet.destroy());
  zip.addReadStream(sheet, SHEET);
  zip.end();
  zip.outputStream.pipe(file);
  return file;
}

async function* sheetXml(pages: AsyncIterable<TablePage>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  for await (const page of pages) yield page.map(rowXml).join('');
  yield '</sheetData></worksheet>';
}

function rowXml(cells: readonly string[]): string {
  return `<row>${cells.map(cellXml).join('')}</row>`;
}

function cellXml(cell: string): string {
  if (cell === '') return '<c/>';
  const text = defused(cell).slice(0, MOST_CHARACTERS).replaceAll(FORBIDDEN, '\ufffd');
  return `<c t="inlineStr"><is><t xml:space="preserve">${text.replaceAll(/[&<>\r]/g, (one) => ESCAPED[one] ?? one)}</t></is></c>`;
}
