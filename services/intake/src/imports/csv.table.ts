import type { ByteSource } from './byte.source.ts';
import { csvRows } from './csv.rows.ts';
import type { Table } from './table.row.ts';
import { decodeText, type Encoding } from './text.decoder.ts';

/** A CSV, row by row (INT-13). */
export function csvTable(source: ByteSource, encoding: Encoding): Table {
  let read = 0;
  const bytes = async function* () {
    for await (const chunk of source.range(0, source.size)) {
      read += chunk.length;
      yield chunk;
    }
  };
  return { rows: csvRows(decodeText(bytes(), encoding)), share: () => read / source.size };
}
