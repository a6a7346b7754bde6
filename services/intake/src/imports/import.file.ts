import { columnsRead, mappingFor, type ColumnMapping, type Row } from '@redress/contracts';
import { RefusalError } from '@redress/service-kit';
import { bytesOf, type ByteSource } from './byte.source.ts';
import { csvTable } from './csv.table.ts';
import type { Table, TableRow } from './table.row.ts';
import { encodingOf, type Encoding } from './text.decoder.ts';
import type { StringStore } from './xlsx/shared.strings.ts';
import { xlsxTable } from './xlsx/xlsx.table.ts';

/** A row of the file by its columns, or why it cannot be read. */
export type FileRow = { readonly line: number; readonly row: Row } | { readonly line: number; readonly broken: string };

/** What a file is: a spreadsheet, or text in an encoding. */
export type FileKind = { readonly format: 'xlsx' } | { readonly format: 'csv'; readonly encoding: Encoding };

/** A file whose header has been understood; its rows come as they are read. */
export interface ImportFile {
  readonly mapping: ColumnMapping;
  readonly columnsIgnored: readonly string[];
  readonly rows: AsyncGenerator<FileRow, void>;
  share(): number;
}

const ZIP = Buffer.from('PK\u0003\u0004');
/** Excel before 2007, and any Excel under a password. */
const OLD_OR_LOCKED = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** What the first bytes say, whatever the file is called. Throws RefusalError 422. */
export async function fileKind(source: ByteSource, named: Encoding | null): Promise<FileKind> {
  const beginning = await bytesOf(source, 0, ZIP.length);
  if (beginning.equals(ZIP)) return { format: 'xlsx' };
  if (beginning.equals(OLD_OR_LOCKED)) throw new RefusalError(422, { code: 'spreadsheet-old-or-locked' });
  return { format: 'csv', encoding: await encodingOf(source, named) };
}

/** Reads the header and finds the mapping. Throws RefusalError 422 when the file cannot be taken at all. */
export async function openFile(
  source: ByteSource,
  kind: FileKind,
  asked: ColumnMapping | null,
  strings: StringStore,
): Promise<ImportFile> {
  const table = kind.format === 'csv' ? csvTable(source, kind.encoding) : await xlsxTable(source, strings);
  try {
    return await opened(table, asked);
  } catch (fault) {
    await table.rows.return();
    throw fault;
  }
}

async function opened({ rows, share }: Table, asked: ColumnMapping | null): Promise<ImportFile> {
  const first = await rows.next();
  if (first.done === true) throw new RefusalError(422, { code: 'file-empty' });
  if ('broken' in first.value) throw new RefusalError(422, { code: 'header-broken' });
  const header = first.value.cells;
  const twice = header.filter((column, at) => column !== '' && header.indexOf(column) !== at);
  if (twice.length > 0) throw new RefusalError(422, { code: 'columns-twice', facts: { columns: twice } });
  const mapping = asked ?? mappingFor(header);
  if (mapping === undefined) throw new RefusalError(422, { code: 'no-mapping-fits', facts: { columns: header } });
  const missing = mapping.needs.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new RefusalError(422, { code: 'columns-missing', facts: { columns: missing } });
  const read = columnsRead(mapping);
  const columnsIgnored = header.filter((column) => column !== '' && !read.has(column));
  return { mapping, columnsIgnored, rows: byColumns(rows, header), share };
}

async function* byColumns(rows: AsyncIterable<TableRow>, header: readonly string[]): AsyncGenerator<FileRow, void> {
  for await (const row of rows) yield 'broken' in row ? row : named(row.line, row.cells, header);
}

/** A row with more or fewer cells than columns is half a row, or two: nobody knows which cell is which. */
function named(line: number, cells: readonly string[], header: readonly string[]): FileRow {
  const beyond = cells.slice(header.length).some((cell) => cell !== '');
  if (cells.length < header.length || beyond)
    return { line, broken: `has ${cells.length} cells, the header has ${header.length}` };
  return { line, row: Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])) };
}
