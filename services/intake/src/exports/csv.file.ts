import { csvLine } from './csv.line.ts';
import type { TablePage } from './table.page.ts';

/** A spreadsheet knows UTF-8 by this mark. */
const MARK = '\ufeff';

/** A table as CSV, a piece for each page. */
export async function* csvFile(pages: AsyncIterable<TablePage>): AsyncGenerator<string, void> {
  let before = MARK;
  for await (const page of pages) {
    yield before + page.map(csvLine).join('');
    before = '';
  }
}
