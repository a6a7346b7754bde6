import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@redress/db';
import type { Actor, Instant } from '@redress/policy';
import { StatedFault, type Refusal } from '@redress/service-kit';
import type { FileKind } from './import.file.ts';
import type { ImportRow, RowOutcome } from './import.view.ts';

/** An import whose rows are being loaded. */
export interface OpenImport {
  readonly id: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly history: boolean;
  readonly name: string;
  readonly actor: Actor;
  /** Everything up to this line is settled. */
  readonly line: number;
}

/** An upload that has not gone on for so long has been given up. */
const GIVEN_UP_AFTER = `interval '1 hour'`;

/** Where imports stand. One process at a time loads; a row is settled once, with what it wrote. */
@Injectable()
export class ImportRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async begin(id: string, history: boolean, name: string, actor: Actor, at: Instant): Promise<void> {
    await this.database.query(
      `INSERT INTO intake.imports (id, state, actor, history, name, created_at) VALUES ($1, 'receiving', $2, $3, $4, $5)`,
      [id, JSON.stringify(actor), history, name, at],
    );
  }

  /** The file is there and can be read. */
  async received(id: string, kind: FileKind, mappingName: string, bytes: number): Promise<void> {
    await this.database.query(
      `UPDATE intake.imports SET state = 'waiting', format = $2, encoding = $3, mapping_name = $4, bytes = $5 WHERE id = $1`,
      [id, kind.format, kind.format === 'csv' ? kind.encoding : null, mappingName, bytes],
    );
  }

  /** Leaves no trace of an import that was refused. */
  forget(id: string): Promise<void> {
    return this.database.tx(async (tx) => {
      await erase(tx, id);
      await tx.query(`DELETE FROM intake.imports WHERE id = $1`, [id]);
    });
  }

  async forgetGivenUp(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM intake.imports
       WHERE state = 'receiving' AND touched_at < clock_timestamp() - ${GIVEN_UP_AFTER}`,
    );
    for (const { id } of rows) await this.forget(id);
  }

  /** What could not go on waits behind the others. */
  async touch(id: string): Promise<void> {
    await this.database.query(`UPDATE intake.imports SET touched_at = clock_timestamp() WHERE id = $1`, [id]);
  }

  /** The import to be loaded next: what could not go on comes after the others. */
  async next(): Promise<OpenImport | null> {
    const [row] = await this.database.query<OpenRow>(
      `UPDATE intake.imports SET state = 'loading'
       WHERE id = (SELECT id FROM intake.imports WHERE state IN ('waiting', 'loading') ORDER BY touched_at LIMIT 1)
       RETURNING id, format, encoding, bytes::int, history, name, actor, line`,
    );
    if (row === undefined) return null;
    const { format, encoding, ...rest } = row;
    return { ...rest, kind: { format, encoding } as FileKind };
  }

  async isAnyWaiting(): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM intake.imports WHERE state IN ('waiting', 'loading') LIMIT 1`,
    );
    return rows.length > 0;
  }

  /** What had been settled of these lines by a process that died before it could say so. */
  async settled(id: string, lines: readonly number[]): Promise<ReadonlyMap<number, RowOutcome>> {
    const rows = await this.database.query<{ line: number; outcome: RowOutcome }>(
      `SELECT line, outcome FROM intake.import_rows WHERE import_id = $1 AND line = ANY($2)`,
      [id, lines],
    );
    return new Map(rows.map(({ line, outcome }) => [line, outcome]));
  }

  /** In the transaction of what the row wrote. */
  async settle(tx: Tx, id: string, { line, outcome, complaintId, faults }: Omit<ImportRow, 'number'>): Promise<void> {
    await tx.query(
      `INSERT INTO intake.import_rows (import_id, line, outcome, complaint_id, faults) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [id, line, outcome, complaintId, JSON.stringify(faults)],
    );
  }

  /** Moves on to `line`. Throws when another process has done so meanwhile. */
  async moveOn(
    tx: Tx,
    { id, line: from }: Pick<OpenImport, 'id' | 'line'>,
    line: number,
    share: number,
    outcomes: readonly RowOutcome[],
  ): Promise<void> {
    const count = (which: RowOutcome) => outcomes.filter((outcome) => outcome === which).length;
    const moved = await tx.query(
      `UPDATE intake.imports SET line = $3, share = $4, loaded = loaded + $5, known = known + $6, left_out = left_out + $7,
         refused = refused + $8, touched_at = clock_timestamp()
       WHERE id = $1 AND line = $2 AND state = 'loading' RETURNING 1`,
      [id, from, line, share, count('loaded'), count('known'), count('left-out'), count('refused')],
    );
    if (moved.length === 0) throw new StatedFault('another process loads this import');
  }

  /** The last row is settled, or what follows cannot be read: nothing of the file is kept. */
  end(id: string, at: Instant, stopped: Refusal | null): Promise<void> {
    return this.database.tx(async (tx) => {
      await tx.query(
        `UPDATE intake.imports SET state = $2, ended_at = $3, stopped = $4, share = CASE WHEN $2 = 'done' THEN 1 ELSE share END
         WHERE id = $1`,
        [id, stopped === null ? 'done' : 'stopped', at, stopped === null ? null : JSON.stringify(stopped)],
      );
      await erase(tx, id);
    });
  }
}

interface OpenRow extends Omit<OpenImport, 'kind'> {
  readonly format: string;
  readonly encoding: string | null;
}

async function erase(tx: Tx, id: string): Promise<void> {
  await tx.query(`DELETE FROM intake.import_parts WHERE import_id = $1`, [id]);
  await tx.query(`DELETE FROM intake.person_keys WHERE person_id = $1`, [id]);
}
