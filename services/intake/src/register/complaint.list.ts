import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@redress/db';
import type { Actor } from '@redress/policy';
import { LINE_COLUMNS, toLine, type LineRow } from './complaint.line.ts';
import type { ComplaintPage } from './complaint.page.ts';
import { Conditions } from './conditions.ts';
import { cursorAfter, parseCursor } from './list.cursor.ts';
import type { ListQuery } from './list.query.ts';
import { addVisible } from './visible.condition.ts';

/** Lists complaints for people, page by page; only what the reader may see. */
@Injectable()
export class ComplaintList {
  constructor(@Inject(Database) private readonly database: Database) {}

  async page(query: ListQuery, actor: Actor): Promise<ComplaintPage> {
    const where = new Conditions();
    where.addEqual('complaint.stage', query.stage);
    where.addEqual('complaint.level', query.level);
    where.addEqual('complaint.department_id', query.departmentId);
    where.addEqual('complaint.owner_id', query.owner);
    addVisible(where, actor);
    if (query.after !== undefined) {
      const [at, id] = parseCursor(query.after);
      where.add(`(complaint.received_at, complaint.id) < (${where.value(at)}::timestamptz, ${where.value(id)}::uuid)`);
    }
    const rows = await this.database.query<LineRow>(
      `SELECT ${LINE_COLUMNS} FROM intake.complaints AS complaint WHERE ${where.text}
       ORDER BY received_at DESC, id DESC LIMIT ${query.limit + 1}`,
      where.values,
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map(toLine),
      next: rows.length > items.length && last !== undefined ? cursorAfter(last) : null,
    };
  }
}
