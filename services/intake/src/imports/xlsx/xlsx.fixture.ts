import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...each: readonly (readonly [string, string])[]) =>
  `<Relationships>${each.map(([type, target], n) => `<Relationship Id="r${n}" Type="${RELATION}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** The parts of an XLSX by name; those of a whole one with the rows of this sheet, unless changed. */
export type WorkbookParts = Readonly<Record<string, string | Buffer | null>>;

/** A spreadsheet whose first sheet has these rows, as XML. */
export function workbookOf(rows: string, change: WorkbookParts = {}): Promise<Buffer> {
  return zipOf({
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns:r="x"><sheets><sheet name="a" r:id="r0"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', '/xl/worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...change,
  });
}

export function zipOf(parts: WorkbookParts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) if (content !== null) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A row of texts that stand in their cells. */
export function rowOf(...cells: readonly string[]): string {
  return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
}

/** The list of texts of a spreadsheet. */
export function stringsOf(texts: readonly string[]): string {
  return `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
}
