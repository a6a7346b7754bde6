import { posix } from 'node:path';
import type { ByteSource } from '../byte.source.ts';
import { MOST_SMALL_BYTES } from '../import.limits.ts';
import { readXml, type XmlHandler } from './xml.reader.ts';
import { readStyles } from './cell.styles.ts';
import { spreadsheetBroken } from './spreadsheet.refusal.ts';
import { ZipFile } from './zip.file.ts';

/** Where the first sheet of an XLSX lies, and what its cells are read by. */
export interface Workbook {
  readonly zip: ZipFile;
  readonly sheet: string;
  readonly strings: string | null;
  /** Whether a cell of each style shows a date. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904, as old Macintoshes did. */
  readonly from1904: boolean;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  readonly target: string;
}

/** Throws RefusalError 422 for what is no XLSX. */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const zip = await ZipFile.open(source);
  const book = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (book === undefined) throw spreadsheetBroken();
  const relations = await relationsOf(zip, book);
  const { sheetIds, from1904 } = await readBook(zip, book);
  const named = (type: string) => relations.find((one) => one.type === type && zip.has(one.target))?.target ?? null;
  const sheet = relations.find(({ id, type }) => id === sheetIds[0] && type === 'worksheet')?.target;
  if (sheet === undefined || !zip.has(sheet)) throw spreadsheetBroken();
  const styles = named('styles');
  const dateStyles = styles === null ? [] : await readStyles(zip.read(styles, MOST_SMALL_BYTES));
  return { zip, sheet, strings: named('sharedStrings'), dateStyles, from1904 };
}

/** What a part, or the file itself, refers to. */
async function relationsOf(zip: ZipFile, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const relations: Relation[] = [];
  await readWhole(zip, posix.join(dir, '_rels', `${base}.rels`), {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name === 'Relationship')
        relations.push({ id, type: posix.basename(type), target: posix.resolve('/', dir, target).slice(1) });
    },
    close() {},
  });
  return relations;
}

async function readBook(zip: ZipFile, book: string): Promise<{ sheetIds: string[]; from1904: boolean }> {
  const sheetIds: string[] = [];
  let from1904 = false;
  await readWhole(zip, book, {
    open(name, attributes) {
      if (name === 'sheet') sheetIds.push(relationIdOf(attributes));
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
    close() {},
  });
  return { sheetIds, from1904 };
}

/** `r:id`, whatever the prefix is called. */
function relationIdOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function readWhole(zip: ZipFile, part: string, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(zip.read(part, MOST_SMALL_BYTES), handler));
}
