import { Inject, Injectable } from '@nestjs/common';
import { type Conditions, Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import type { LookedAt } from '@redress/service-kit';
import { LookupHashes } from '../persons/lookup.hashes.ts';
import { ComplaintSearch } from '../search/complaint.search.ts';
import type { Phrase } from '../search/search.phrase.ts';
import { CaseAccess } from './case.access.ts';
import { LINE_COLUMNS, toLine, toOrdinaryLine, type LineRow } from './complaint.line.ts';
import type { ComplaintPage } from './complaint.page.ts';
import { conditionsOf } from './list.conditions.ts';
import { addAfter, cursorAfter, orderOf } from './list.cursor.ts';
import { asksOfNothing, type ListQuery, type ListSort } from './list.query.ts';

/** A search opens at most so many complaints for one page; `next` goes on from there. */
const MOST_OPENED = 400;

/** Rows of a page, and where the next one begins. */
export interface ListPage {
  readonly rows: readonly LineRow[];
  readonly next: string | null;
}

/** Lists complaints for people, page by page; only what the reader may see. Nothing is decrypted unless it is searched. */
@Injectable()
export class ComplaintList {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LookupHashes) private readonly hashes: LookupHashes,
    @Inject(ComplaintSearch) private readonly search: ComplaintSearch,
    @Inject(CaseAccess) private readonly access: CaseAccess,
  ) {}

  async page(query: ListQuery, actor: Actor): Promise<ComplaintPage> {
    const { rows, next } = await this.rows(query, actor, 'list');
    return { items: rows.map(actor.capabilities.includes('read-restricted') ? toLine : toOrdinaryLine), next };
  }

  /** A page of rows for whoever looks at it; with words to look for it may hold fewer than asked for although there are more. */
  async rows(query: ListQuery, actor: Actor, what: LookedAt): Promise<ListPage> {
    const page = await this.found(query, actor, what === 'list' && asksOfNothing(query));
    const ids = page.rows.map(({ id }) => id);
    await this.access.recordLook(this.database, actor, what, ids);
    return page;
  }

  private async found(query: ListQuery, actor: Actor, handedOver: boolean): Promise<ListPage> {
    const { q, sort, limit, after } = query;
    if (q === undefined) {
      const where = conditionsOf(query, actor, this.hashes, handedOver);
      return pageOf(await this.read(where, sort, limit + 1, after), sort, limit);
    }
    const which = actor.capabilities.includes('read-restricted') ? 'all' : 'open';
    const found: LineRow[] = [];
    let from = after;
    for (let opened = 0; opened < MOST_OPENED && found.length <= limit; opened += limit + 1) {
      const where = conditionsOf(query, actor, this.hashes);
      const phrases = this.search.narrow(where, q);
      const rows = await this.read(where, sort, limit + 1, from);
      found.push(...(await this.holding(rows, phrases, which)));
      const last = rows.at(-1);
      if (last === undefined || rows.length <= limit) return pageOf(found, sort, limit);
      from = cursorAfter(sort, last);
    }
    return found.length > limit ? pageOf(found, sort, limit) : { rows: found, next: from ?? null };
  }

  private async holding(
    rows: readonly LineRow[],
    phrases: readonly Phrase[],
    which: 'all' | 'open',
  ): Promise<LineRow[]> {
    const held = await this.search.holding(
      this.database,
      phrases,
      rows.map(({ id }) => id),
      which,
    );
    return rows.filter(({ id }) => held.has(id));
  }

  private read(where: Conditions, sort: ListSort, most: number, after: string | undefined): Promise<LineRow[]> {
    if (after !== undefined) addAfter(where, sort, after);
    return this.database.query<LineRow>(
      `SELECT ${LINE_COLUMNS} FROM intake.complaints AS complaint WHERE ${where.text}
       ORDER BY ${orderOf(sort)} LIMIT ${most}`,
      where.values,
    );
  }
}

/** One row more than asked for tells that there is another page. */
function pageOf(rows: readonly LineRow[], sort: ListSort, limit: number): ListPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? cursorAfter(sort, last) : null };
}
