import { undefused } from '../../exports/csv.line.ts';
import type { ByteSource } from '../byte.source.ts';
import { LONGEST_ROW, MOST_INFLATED_BYTES } from '../import.limits.ts';
import type { Table, TableRow } from '../table.row.ts';
import { dateText, numberText, type SheetCell } from './cell.text.ts';
import { SharedStrings, type StringStore } from './shared.strings.ts';
import { SheetCollector, type SheetRow } from './sheet.collector.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { readXml } from './xml.reader.ts';

/** The first sheet of an XLSX (INT-13), row by row; a formula is what was last calculated. Throws RefusalError 422. */
export async function xlsxTable(source: ByteSource, store: StringStore): Promise<Table> {
  const book = await openWorkbook(source);
  const { zip, strings } = book;
  const texts = new SharedStrings(strings === null ? null : zip.read(strings, MOST_INFLATED_BYTES), store);
  let share = 0;
  const sheet = zip.read(book.sheet, MOST_INFLATED_BYTES, (read) => (share = read));
  return { rows: rowsOf(sheet, book, texts), share: () => share };
}

async function* rowsOf(
  bytes: AsyncIterable<Buffer>,
  book: Workbook,
  texts: SharedStrings,
): AsyncGenerator<TableRow, void> {
  const collector = new SheetCollector();
  let columns = 0;
  try {
    for await (const _ of readXml(bytes, collector))
      for (const sheetRow of collector.take()) {
        const row = await rowOf(sheetRow, columns, book, texts);
        if (row === null) continue;
        if ('cells' in row && columns === 0) columns = row.cells.length;
        yield row;
      }
  } finally {
    await texts.close();
  }
}

/** Null for an empty one. A sheet leaves out empty cells: a row is filled up to the width of the header. */
async function rowOf(
  { line, cells }: SheetRow,
  columns: number,
  book: Workbook,
  texts: SharedStrings,
): Promise<TableRow | null> {
  if (cells === null) return { line, broken: `is longer than ${LONGEST_ROW} characters, or has too many cells` };
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), columns);
  const row = Array.from({ length: width }, () => '');
  let size = 0;
  for (const cell of cells) {
    const text = await textOf(cell, book, texts);
    if (text === null) return { line, broken: BROKEN[cell.type] ?? 'a cell cannot be read' };
    size += text.length;
    if (size > LONGEST_ROW) return { line, broken: `is longer than ${LONGEST_ROW} characters` };
    row[cell.column] = undefused(text).trim();
  }
  return row.every((text) => text === '') ? null : { line, cells: row };
}

const BROKEN: Readonly<Record<string, string>> = {
  e: 'a cell holds an error of the spreadsheet',
  s: 'a cell holds a text that is not there',
};

/** Null where the cell says nothing that could be meant. */
async function textOf(
  { type, style, value }: SheetCell,
  { dateStyles, from1904 }: Workbook,
  texts: SharedStrings,
): Promise<string | null> {
  switch (type) {
    case 's':
      return (await texts.at(Number(value))) ?? null;
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'e':
      return null;
    case 'n':
      return dateStyles[style] === true ? dateText(value, from1904) : numberText(value);
    default:
      return value;
  }
}
