import { RefusalError } from '@redress/service-kit';
import { CsvError, parse } from 'csv-parse/sync';
import { undefused } from '../exports/csv.line.ts';
import { LONGEST_ROW, MOST_MISQUOTED } from './import.limits.ts';
import { QuotationScan } from './quotation.scan.ts';
import type { TableRow } from './table.row.ts';
import { LinesAhead, linesOf } from './text.lines.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const UNCLOSED = 'a quotation mark is opened and not closed';
const BROKEN: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not begin with one',
};

/**
 * Reads CSV as it comes in, the header first; empty rows are passed over. A row that is broken is told and does not hide
 * the rows after it. Throws RefusalError 422 when so much is broken that it is hardly CSV.
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<TableRow, void> {
  const lines = new LinesAhead(linesOf(text));
  const delimiter = delimiterOf((await lines.at(0)) ?? '');
  let misquoted = 0;
  for (let line = 1; (await lines.at(0)) !== undefined;) {
    const length = await rowLength(lines, delimiter);
    const row = length === null ? { line, broken: UNCLOSED } : rowOf(await lines.first(length), line, delimiter);
    // The mark may have been meant to close on its own line: what follows is read for itself.
    const isMisquoted = row !== null && 'broken' in row && length !== 1;
    if (isMisquoted && (misquoted += 1) > MOST_MISQUOTED) throw new RefusalError(422, { code: 'not-csv' });
    const taken = isMisquoted ? 1 : (length ?? 1);
    lines.drop(taken);
    if (row !== null) yield row;
    line += taken;
  }
}

/** How many lines the next row has; null when a quotation mark in it is never closed. */
async function rowLength(lines: LinesAhead, delimiter: string): Promise<number | null> {
  const scan = new QuotationScan(delimiter);
  let size = 0;
  for (let length = 1; size <= LONGEST_ROW; length += 1) {
    const line = await lines.at(length - 1);
    if (line === undefined) return null;
    if (!scan.goesOnAfter(line)) return length;
    size += line.length;
  }
  return null;
}

function rowOf(lines: readonly string[], line: number, delimiter: string): TableRow | null {
  const text = lines.join('\n');
  if (text.length > LONGEST_ROW) return { line, broken: `is longer than ${LONGEST_ROW} characters` };
  try {
    const [cells = []] = parse(text, { delimiter, relax_column_count: true });
    const trimmed = cells.map((cell) => undefused(cell).trim());
    return trimmed.every((cell) => cell === '') ? null : { line, cells: trimmed };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return { line, broken: BROKEN[fault.code] ?? 'cannot be read' };
  }
}

/** Spreadsheets of some countries part cells by semicolons: the header tells. */
function delimiterOf(header: string): string {
  const plain = header.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => plain.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}
