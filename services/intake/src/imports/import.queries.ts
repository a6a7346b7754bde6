import { Inject, Injectable } from '@nestjs/common';
import { Conditions, Database } from '@redress/db';
import { RefusalError } from '@redress/service-kit';
import type { ImportsQuery, RowsQuery } from './import.query.ts';
import type { ImportPage, ImportRow, ImportRows, ImportView } from './import.view.ts';

const COLUMNS = `id, state, format, encoding, mapping_name AS mapping, history, name, bytes::int,
  actor ->> 'id' AS "createdBy", created_at AS "createdAt", ended_at AS "endedAt", share, line, loaded, known,
  left_out AS "leftOut", refused, stopped, place`;

interface ViewRow extends Omit<ImportView, 'createdAt' | 'endedAt' | 'stopped'> {
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly stopped: { readonly code: string; readonly facts?: Record<string, unknown> } | null;
  readonly place: string;
}

/** Reads imports for people; a file that is still coming in is not there yet. */
@Injectable()
export class ImportQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async page({ limit, after }: ImportsQuery): Promise<ImportPage> {
    const where = new Conditions();
    where.add(`state <> 'receiving'`);
    if (after !== undefined) where.add(`place < ${where.value(after)}`);
    const rows = await this.read(where, `ORDER BY place DESC LIMIT ${limit + 1}`);
    const shown = rows.slice(0, limit);
    return { items: shown.map(viewOf), next: rows.length > limit ? (shown.at(-1)?.place ?? null) : null };
  }

  /** Throws RefusalError 404. */
  async view(id: string): Promise<ImportView> {
    const where = new Conditions();
    where.add(`state <> 'receiving' AND ${where.equal('id', id)}`);
    const [row] = await this.read(where, '');
    if (row === undefined) throw new RefusalError(404, { code: 'no-such-import' });
    return viewOf(row);
  }

  /** Throws RefusalError 404. */
  async rows(id: string, { outcome, limit, after }: RowsQuery): Promise<ImportRows> {
    await this.view(id);
    const where = new Conditions();
    where.addEqual('import_id', id);
    where.addEqual('outcome', outcome);
    if (after !== undefined) where.add(`line > ${where.value(after)}`);
    const rows = await this.database.query<ImportRow>(
      `SELECT line, outcome, complaint_id AS "complaintId", faults,
         (SELECT number FROM intake.complaints AS complaint WHERE complaint.id = complaint_id) AS number
       FROM intake.import_rows WHERE ${where.text} ORDER BY line LIMIT ${limit + 1}`,
      where.values,
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? String(items.at(-1)?.line) : null };
  }

  private read(where: Conditions, order: string): Promise<ViewRow[]> {
    return this.database.query<ViewRow>(
      `SELECT ${COLUMNS} FROM intake.imports WHERE ${where.text} ${order}`,
      where.values,
    );
  }
}

function viewOf({ place: _, createdAt, endedAt, stopped, ...row }: ViewRow): ImportView {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    stopped: stopped === null ? null : { code: stopped.code, facts: stopped.facts ?? {} },
  };
}
