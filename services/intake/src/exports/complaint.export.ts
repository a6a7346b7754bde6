import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { ComplaintList } from '../register/complaint.list.ts';
import { SearchTexts, type SaidText } from '../search/search.texts.ts';
import type { ExportQuery } from './export.query.ts';
import { ExportQueries, type ExportRow } from './export.queries.ts';
import type { TablePage } from './table.page.ts';

const PAGE = 200;

/** Columns of facts; their names are those that an import reads, where it reads them. */
const FACTS = [
  ...(['number', 'receivedAt', 'registeredAt', 'channel', 'language', 'kind', 'stage', 'level', 'class'] as const),
  ...([
    'grade',
    'serious',
    'departmentId',
    'owner',
    'backup',
    'category',
    'firstDueAt',
    'closedAt',
    'closing',
  ] as const),
  ...(['drill'] as const),
] satisfies readonly (keyof ExportRow)[];

/** Columns of words, each with what it was sealed as. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ name: 'complainant.name', mobile: 'complainant.mobile', phone: 'complainant.phone' },
  ...{ email: 'complainant.email', address: 'complainant.address' },
  ...{ description: 'texts.description', wish: 'texts.wish' },
  ...{ product: 'texts.matter.product', reference: 'texts.matter.reference', place: 'texts.matter.place' },
};

/** A list as a table, page by page as it is read (INT-13); only what the reader may see. */
@Injectable()
export class ComplaintExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ComplaintList) private readonly list: ComplaintList,
    @Inject(ExportQueries) private readonly queries: ExportQueries,
    @Inject(SearchTexts) private readonly texts: SearchTexts,
  ) {}

  /** The first comes when the first page has been read: what is refused is refused before. */
  async *pages({ words, ...query }: ExportQuery, actor: Actor): AsyncGenerator<TablePage, void> {
    let header = [[...FACTS, ...(words ? Object.keys(WORDS) : [])]];
    for (let after: string | undefined; ;) {
      const { rows, next } = await this.list.rows({ ...query, limit: PAGE, after }, actor, 'export');
      const ids = rows.map(({ id }) => id);
      yield [...header, ...(await this.rows(ids, words, actor))];
      if (next === null) return;
      header = [];
      after = next;
    }
  }

  private async rows(ids: readonly string[], words: boolean, actor: Actor): Promise<TablePage> {
    const which = actor.capabilities.includes('read-restricted') ? 'all' : 'open';
    const rows = await this.queries.read(this.database, ids, which);
    const said = words ? await this.texts.read(this.database, ids, which) : [];
    return ids.flatMap((id) => {
      const row = rows.get(id);
      if (row === undefined) return [];
      const own = said.filter(({ complaintId }) => complaintId === id);
      return [[...factsOf(row), ...(words ? Object.values(WORDS).map((column) => wordsOf(own, column)) : [])]];
    });
  }
}

function factsOf(row: ExportRow): string[] {
  return FACTS.map((name) => {
    const value = row[name];
    if (value === null || value === Infinity) return '';
    return value instanceof Date ? value.toISOString() : String(value);
  });
}

/** What was corrected comes last and stands; several matters have one each. */
function wordsOf(said: readonly SaidText[], column: string): string {
  const current = new Map<string | null, string>();
  for (const text of said) if (text.column === column) current.set(text.matterId, text.words);
  return [...current.values()].join('; ');
}
