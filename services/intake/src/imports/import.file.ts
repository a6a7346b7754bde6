import { columnsRead, mappingFor, type ColumnMapping, type Row } from '@redress/contracts';
import { RefusalError } from '@redress/service-kit';
import { csvRows, type CsvRow } from './csv.rows.ts';

/** A row of the file by its columns, or why it cannot be read. */
export type FileRow = { readonly line: number; readonly row: Row } | { readonly line: number; readonly broken: string };

/** A file whose header has been understood; its rows come as they are read. */
export interface ImportFile {
  readonly mapping: ColumnMapping;
  readonly columnsIgnored: readonly string[];
  readonly rows: AsyncIterable<FileRow>;
}

/** Reads the header and finds the mapping. Throws RefusalError 422 when the file cannot be taken at all. */
export async function openFile(text: AsyncIterable<string>, asked: ColumnMapping | null): Promise<ImportFile> {
  const rows = csvRows(text);
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
  return { mapping, columnsIgnored, rows: byColumns(rows, header) };
}

async function* byColumns(rows: AsyncIterable<CsvRow>, header: readonly string[]): AsyncIterable<FileRow> {
  for await (const row of rows) yield 'broken' in row ? row : named(row.line, row.cells, header);
}

/** A row with more or fewer cells than columns is half a row, or two: nobody knows which cell is which. */
function named(line: number, cells: readonly string[], header: readonly string[]): FileRow {
  const beyond = cells.slice(header.length).some((cell) => cell !== '');
  if (cells.length < header.length || beyond)
    return { line, broken: `has ${cells.length} cells, the header has ${header.length}` };
  return { line, row: Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])) };
}
